import { createHash } from 'node:crypto';
import { readItems, writePages } from './batch.ts';
import { numbered } from './keys.ts';
import { type Body, pack, unpack } from './record-body.ts';
import type { Key } from './stored-item.ts';
import type { Table } from './table.ts';

const bytesPerItem = 300_000; // an item takes 400 KB with everything in it

/** Where the answer lies: beside its status as long as it fits one item, else in parts of their own. */
export type KeptBody = { readonly answer: Body } | { readonly parts: number; readonly digest: string };

/** Parts are named after their content: two attempts that answer at once never mix theirs. */
const partKey = ({ pk, sk }: Key, digest: string, part: number): Key => ({
  pk: `${pk}#${sk}#${digest}`,
  sk: numbered(part),
});

/** Writes the parts that the item can't hold, before anything names them. `expiresAt` in seconds since 1970. */
export const keepBody = async (table: Table, key: Key, body: string, expiresAt: number): Promise<KeptBody> => {
  const packed = pack(body);
  if (packed.length <= bytesPerItem) return { answer: packed };
  const bytes = Buffer.from(packed);
  const digest = createHash('sha256').update(bytes).digest('base64url');
  const parts = Math.ceil(bytes.length / bytesPerItem);
  const pages = Array.from({ length: parts }, (_, part) => ({
    ...partKey(key, digest, part),
    body: bytes.subarray(part * bytesPerItem, (part + 1) * bytesPerItem),
    expiresAt,
  }));
  await writePages(table, pages);
  return { parts, digest };
};

export const readBody = async (table: Table, key: Key, kept: KeptBody): Promise<string> => {
  if ('answer' in kept) return unpack<string>(kept.answer);
  const keys = Array.from({ length: kept.parts }, (_, part) => partKey(key, kept.digest, part));
  const found = new Map((await readItems(table, keys)).map(({ sk, body }) => [sk, body]));
  return unpack<string>(Buffer.concat(keys.map(({ sk }) => Buffer.from(found.get(sk) ?? ''))));
};
