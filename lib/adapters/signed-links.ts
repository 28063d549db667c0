import { CompactSign, compactVerify, decodeProtectedHeader, errors } from 'jose';
import type { Clock } from '../app/ports/clock-and-ids.ts';
import type { LinkClaims, LinkKeyRing, LinkKeys, Links } from '../app/ports/notice-ports.ts';
import { systemClock } from './system-clock.ts';

const kind = 'notice'; // `typ`: a token signed for anything else opens no notice
const longestToken = 1_000;

const keyOf = (ring: LinkKeyRing | undefined, keyId: string): Uint8Array | undefined => {
  const [, key] = Object.entries(ring?.keys ?? {}).find(([id]) => id === keyId) ?? []; // a stranger names the id
  return key === undefined ? undefined : Buffer.from(key, 'base64url');
};

type Payload = {
  readonly d: string;
  readonly v: string;
  readonly n: number;
  readonly g?: number;
  readonly exp: number;
};

const district = /^[\p{L}\p{N}][\p{L}\p{N}._~-]{0,63}$/u; // what may stand in a key

/** By hand, so that pages, which need no schema otherwise, stay a quarter smaller. */
const isPayload = (said: unknown): said is Payload => {
  if (said === null || typeof said !== 'object' || !('d' in said && 'v' in said && 'n' in said && 'exp' in said))
    return false;
  const { d, v, n, exp } = said;
  const generation = 'g' in said ? said.g : 0;
  const numbers = [n, exp, generation].every(Number.isSafeInteger);
  return typeof d === 'string' && district.test(d) && typeof v === 'string' && numbers;
};

const readPayload = (bytes: Uint8Array): Payload | undefined => {
  const said: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
  return isPayload(said) ? said : undefined;
};

/** What a token says of itself before anything is verified; undefined where it is no such token. */
const readUnverified = (token: string): { district: string; keyId: string } | undefined => {
  if (token.length > longestToken) return undefined;
  try {
    const { kid, typ } = decodeProtectedHeader(token);
    const said = readPayload(Buffer.from(token.split('.')[1] ?? '', 'base64url'));
    return said && typ === kind && typeof kid === 'string' ? { district: said.d, keyId: kid } : undefined;
  } catch {
    return undefined;
  }
};

/** The claims under a signature that holds and has not expired; undefined where it does not. */
const readVerified = async (token: string, key: Uint8Array, now: Date): Promise<LinkClaims | undefined> => {
  try {
    const verified = await compactVerify(token, key, { algorithms: ['HS256'] });
    const said = readPayload(verified.payload);
    if (!said || now.getTime() >= said.exp * 1000) return undefined;
    const { d: district, v: visitId, n: noticeVersion, g: generation } = said;
    return { district, visitId, noticeVersion, ...(generation ? { generation } : {}) };
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
};

const freshMs = 10_000;

/**
 * Links as compact JWS (HS256) under the district's own key. Claims have one letter, because a text message pays for
 * every character: `d` district, `v` visit, `n` notice version, `g` generation, `exp`. Keys are read again after ten
 * seconds, so that one that was retired opens nothing any more.
 */
export const signedLinks = (linkKeys: LinkKeys, clock: Clock = systemClock): Links => {
  const rings = new Map<string, { readonly ring: LinkKeyRing; readonly readAt: number }>();
  const known = (district: string): LinkKeyRing | undefined => {
    const kept = rings.get(district);
    return kept && Math.abs(clock.now().getTime() - kept.readAt) < freshMs ? kept.ring : undefined;
  };
  const remember = (district: string, ring: LinkKeyRing | undefined) => {
    if (ring) rings.set(district, { ring, readAt: clock.now().getTime() });
    return ring;
  };
  return {
    async sign({ district, visitId, noticeVersion, generation }, expiresAt) {
      const ring = known(district) ?? (await linkKeys.get(district));
      if (ring !== rings.get(district)?.ring) remember(district, ring);
      const key = keyOf(ring, ring.current);
      if (!key) throw new Error(`district ${district} has no link key ${ring.current}`);
      const exp = Math.floor(expiresAt.getTime() / 1000);
      const claims = { d: district, v: visitId, n: noticeVersion, ...(generation ? { g: generation } : {}), exp };
      return new CompactSign(Buffer.from(JSON.stringify(claims)))
        .setProtectedHeader({ alg: 'HS256', typ: kind, kid: ring.current })
        .sign(key);
    },

    async verify(token, now) {
      const said = readUnverified(token);
      if (!said) return undefined;
      const { district, keyId } = said;
      const key = keyOf(known(district), keyId) ?? keyOf(remember(district, await linkKeys.find(district)), keyId);
      return key && readVerified(token, key, now);
    },
  };
};
