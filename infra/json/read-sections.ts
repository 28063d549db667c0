/** A member of the outermost object, or one element of a member that is read element by element. */
export type Piece = { readonly name: string; readonly isElement: boolean; readonly text: string };

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const isOpening = (byte: number) => byte === 0x7b || byte === 0x5b;
const isClosing = (byte: number) => byte === 0x7d || byte === 0x5d;

/**
 * Cuts the bytes of one JSON object into its members, and listed members that are arrays into their elements, in one pass and with the text of one piece
 * in memory at a time. It only counts brackets and strings: whether a piece is JSON is for the caller's `JSON.parse` to say.
 */
export async function* readSections(
  source: AsyncIterable<Uint8Array>,
  isSection: (name: string) => boolean,
): AsyncGenerator<Piece> {
  const decoder = new TextDecoder();
  let held: Uint8Array[] = [];
  let depth = 0;
  let inString = false;
  let escaped = false;
  let name: string | undefined;
  let sectioned = false;
  const cut = (chunk: Uint8Array, from: number, to: number): string => {
    const last = chunk.subarray(from, to);
    const bytes = held.length === 0 ? last : Buffer.concat([...held, last]);
    held = [];
    return decoder.decode(bytes).trim();
  };
  for await (const chunk of source) {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === backslash) escaped = true;
        else if (byte === quote) inString = false;
      } else if (byte === quote) inString = true;
      else if (byte === colon && depth === 1 && name === undefined) {
        const key: unknown = parseKey(cut(chunk, from, at));
        if (typeof key !== 'string') throw new SyntaxError('a member without a name');
        name = key;
        from = at + 1;
      } else if (isOpening(byte)) {
        depth++;
        const starts = depth === 2 && byte === 0x5b && name !== undefined && isSection(name);
        if (depth === 1 || starts) {
          if (cut(chunk, from, at) !== '') throw new SyntaxError(`text before ${name ?? 'the object'}`);
          from = at + 1;
        }
        if (starts) sectioned = true;
      } else if (byte === comma || isClosing(byte)) {
        const level = sectioned ? 2 : 1;
        if (depth === level) {
          const text = cut(chunk, from, at);
          from = at + 1;
          if (name !== undefined && text !== '') yield { name, isElement: sectioned, text };
          if (!sectioned) name = undefined;
        }
        if (isClosing(byte)) {
          depth--;
          if (sectioned && depth === 1) sectioned = false;
        }
      }
    }
    if (from < chunk.length) held.push(chunk.slice(from));
  }
  if (depth !== 0 || inString || cut(new Uint8Array(), 0, 0) !== '') throw new SyntaxError('the object has no end');
}

const parseKey = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SyntaxError(`no name of a member: ${text.slice(0, 40)}`, { cause });
  }
};
