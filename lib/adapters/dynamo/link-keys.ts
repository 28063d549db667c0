import { randomBytes } from 'node:crypto';
import { putOver } from './conditional-write.ts';
import { linkKeysKey } from './keys.ts';
import { pack, unpack } from './record-body.ts';
import { getItem } from './stored-item.ts';
import type { Table } from './table.ts';

/** A district's keys for links, by key id, in base64url; links are signed with `current` and verified with any. */
export type LinkKeyRing = { readonly current: string; readonly keys: Readonly<Record<string, string>> };

export type LinkKeys = {
  /** The district's keys; the first is made on first use. */
  get(district: string): Promise<LinkKeyRing>;
  /** Undefined for a district that has signed nothing: reading makes no record. */
  find(district: string): Promise<LinkKeyRing | undefined>;
};

const newRing = (): LinkKeyRing => ({ current: '1', keys: { 1: randomBytes(32).toString('base64url') } });

/**
 * One record per district. A conditional put makes the first key, so that all who race for it end with the same one.
 * To rotate, put the next version of the record with a further key as `current`; old links keep theirs until it is
 * taken out.
 */
export const dynamoLinkKeys = (table: Table): LinkKeys => {
  const find = async (district: string): Promise<LinkKeyRing | undefined> => {
    const stored = await getItem(table, linkKeysKey(district));
    return stored && unpack<LinkKeyRing>(stored.body);
  };
  return {
    find,
    async get(district) {
      const standing = await find(district);
      if (standing) return standing;
      const ring = newRing();
      if (await putOver(table, { ...linkKeysKey(district), version: 1, body: pack(ring) }, 0)) return ring;
      return (await find(district)) ?? ring; // records of keys are never deleted
    },
  };
};
