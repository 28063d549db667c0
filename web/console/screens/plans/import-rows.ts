import type { FieldFault } from '../../api/problem.ts';

/** Rows out of a JSON file: the bare array, or an object whose only list they are. Undefined where the text is neither. */
export const readRows = (text: string, name: string): readonly unknown[] | undefined => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  const found = entries.find(([key]) => key === name) ?? entries.find(([key]) => key === 'items');
  return found && Array.isArray(found[1]) ? found[1] : undefined;
};

/** One row that the service refused: its place in the file, from 1, and why. */
export type RowFault = { readonly row: number; readonly field: string; readonly message: string };

/** The rows that a refusal names; `before` is how many rows of the file were sent in earlier pages. */
export const rowFaultsOf = (errors: readonly FieldFault[], before: number): readonly RowFault[] =>
  errors.flatMap(({ path, message }) => {
    const [, at, field = ''] = /^\w+\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
    return at === undefined ? [] : [{ row: before + Number(at) + 1, field, message }];
  });

/** Cuts rows into pages that one call takes. */
export const pagesOf = <Row>(rows: readonly Row[], size: number): readonly (readonly Row[])[] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => rows.slice(at * size, (at + 1) * size));
