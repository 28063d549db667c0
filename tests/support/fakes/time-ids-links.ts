import type { Clock, Codes, Ids } from '../../../lib/app/ports/clock-and-ids.ts';
import type { LinkClaims, Links } from '../../../lib/app/ports/notice-ports.ts';

/** A clock that stands still until told otherwise. */
export const fixedClock = (at = '2026-11-23T01:00:00.000Z'): Clock & { set(at: string): void } => {
  let now = new Date(at);
  return {
    now: () => now,
    set: (next) => {
      now = new Date(next);
    },
  };
};

/** `id-0001`, `id-0002`, … in order. */
export const countedIds = (prefix = 'id'): Ids => {
  let count = 0;
  return {
    next: () => {
      count += 1;
      return `${prefix}-${String(count).padStart(4, '0')}`;
    },
  };
};

export const countedCodes = (): Codes => countedIds('CODE');

/** Tokens that anybody can read: `link <json>`, checked for form and age only. */
export const fakeLinks = (): Links => ({
  sign: async (claims, expiresAt) => `link-${Buffer.from(JSON.stringify({ claims, expiresAt })).toString('base64url')}`,
  async verify(token, now) {
    if (!token.startsWith('link-')) return undefined;
    const text = Buffer.from(token.slice('link-'.length), 'base64url').toString();
    if (!text.startsWith('{') || !text.endsWith('}')) return undefined;
    const { claims, expiresAt } = JSON.parse(text) as { claims: LinkClaims; expiresAt: string };
    return now < new Date(expiresAt) ? claims : undefined;
  },
});
