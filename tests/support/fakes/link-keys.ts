import type { LinkKeyRing, LinkKeys } from '../../../lib/app/ports/notice-ports.ts';
import { copy, storeNext } from './records.ts';

export const fakeLinkKeys = (): LinkKeys => {
  const rings = new Map<string, LinkKeyRing>();
  return {
    find: async (district) => rings.get(district),
    async get(district) {
      const ring = rings.get(district) ?? { current: '1', keys: { 1: 'a2V5LTE' }, version: 1 };
      rings.set(district, copy(ring));
      return ring;
    },
    change: async (district, ring) => storeNext(rings, district, ring),
  };
};
