import { createHash } from 'node:crypto';
import type { Scope } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';

// A cursor is opaque to its holder and no authority: it says where in a list to go on, and only in the list whose
// fingerprint it carries. The partition is always the repository's own, whatever a cursor says.

const longestPosition = 900; // bytes; DynamoDB takes sort keys of 1024

const fingerprint = (list: string): string => createHash('sha256').update(list).digest('base64url').slice(0, 8);

/** The name of a list as one scope sees it. */
export const listName = (partition: string, { department, street, unit }: Scope): string =>
  JSON.stringify([partition, department, street, unit]);

/** `position` is where the last row shown lies in `list`. */
export const writeCursor = (list: string, position: string): string =>
  Buffer.from(`${fingerprint(list)}${position}`).toString('base64url');

/** Where to go on; `after` is undefined at the beginning. A cursor of another list, or none at all, is `malformed`. */
export const readCursor = (list: string, cursor: string | undefined): { readonly after?: string } | Refusal => {
  if (cursor === undefined) return {};
  const text = Buffer.from(cursor, 'base64url').toString();
  const after = text.slice(8);
  const own = text.slice(0, 8) === fingerprint(list) && Buffer.from(text).toString('base64url') === cursor;
  if (!own || after === '' || Buffer.byteLength(after) > longestPosition) {
    return refuse('malformed', { path: 'cursor', code: 'cursor' });
  }
  return { after };
};
