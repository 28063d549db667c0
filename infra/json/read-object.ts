import { readSections } from './read-sections.ts';

/** Takes one element of a member that is read element by element; `where` says which, such as `requests[3]`. */
export type Take = (element: unknown, where: string) => void;

/**
 * Reads one JSON object of any size: elements of the members in `take` go there one by one, the other members are answered. Throws `SyntaxError` on
 * anything that is no JSON.
 */
export const readObject = async (
  source: AsyncIterable<Uint8Array>,
  take: Readonly<Record<string, Take>>,
): Promise<Record<string, unknown>> => {
  const rest: Record<string, unknown> = {};
  let count = 0;
  let section = '';
  for await (const piece of readSections(source, (name) => Object.hasOwn(take, name))) {
    if (piece.name !== section) count = 0;
    section = piece.name;
    const where = piece.isElement ? `${section}[${count++}]` : section;
    const value = parse(piece.text, where);
    const taker = piece.isElement ? take[section] : undefined;
    if (taker) taker(value, where);
    else rest[section] = value;
  }
  return rest;
};

const parse = (text: string, where: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SyntaxError(`${where}: is not JSON`, { cause });
  }
};
