import { randomBytes } from 'node:crypto';
import type { LinkKeyRing, LinkKeys } from '../../app/ports/notice-ports.ts';
import { putOver, putVersion } from './conditional-write.ts';
import { linkKeysKey } from './keys.ts';
import { pack, unpack } from './record-body.ts';
import { getItem } from './stored-item.ts';
import type { Table } from './table.ts';

export const freshLinkKey = (): string => randomBytes(32).toString('base64url');

const newRing = (): LinkKeyRing => ({ current: '1', keys: { 1: freshLinkKey() }, version: 1 });

/**
 * One record per district. A conditional put makes the first key, so that all who race for it end with the same one.
 */
export const dynamoLinkKeys = (table: Table): LinkKeys => {
  const find = async (district: string): Promise<LinkKeyRing | undefined> => {
    const stored = await getItem(table, linkKeysKey(district));
    return stored && { ...unpack<LinkKeyRing>(stored.body), version: stored.version ?? 1 };
  };
  return {
    find,
    change: (district, ring) => putVersion(table, linkKeysKey(district), ring),
    async get(district) {
      const standing = await find(district);
      if (standing) return standing;
      const ring = newRing();
      if (await putOver(table, { ...linkKeysKey(district), version: 1, body: pack(ring) }, 0)) return ring;
      return (await find(district)) ?? ring; // records of keys are never deleted
    },
  };
};
