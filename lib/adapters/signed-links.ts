import { decodeJwt, decodeProtectedHeader, errors, jwtVerify, SignJWT } from 'jose';
import type { LinkClaims, Links } from '../app/ports.ts';
import { code } from '../contract/shapes.ts';
import type { LinkKeyRing, LinkKeys } from './dynamo/link-keys.ts';

const kind = 'notice'; // `typ`: a token signed for anything else opens no notice
const longestToken = 1_000;

const keyOf = (ring: LinkKeyRing | undefined, keyId: string): Uint8Array | undefined => {
  const [, key] = Object.entries(ring?.keys ?? {}).find(([id]) => id === keyId) ?? []; // a stranger names the id
  return key === undefined ? undefined : Buffer.from(key, 'base64url');
};

/** What a token says of itself before anything is verified; undefined where it is no such token. */
const readUnverified = (token: string): { district: string; keyId: string } | undefined => {
  if (token.length > longestToken) return undefined;
  try {
    const { kid } = decodeProtectedHeader(token);
    const district = code.safeParse(decodeJwt(token).d);
    return district.success && typeof kid === 'string' ? { district: district.data, keyId: kid } : undefined;
  } catch {
    return undefined;
  }
};

/** The claims under a signature that holds; undefined where it does not. */
const readVerified = async (token: string, key: Uint8Array, now: Date): Promise<LinkClaims | undefined> => {
  try {
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], typ: kind, currentDate: now });
    const { d: district, v: visitId, n: noticeVersion } = payload;
    const isWhole = typeof district === 'string' && typeof visitId === 'string' && typeof noticeVersion === 'number';
    return isWhole && payload.exp !== undefined ? { district, visitId, noticeVersion } : undefined;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
};

/**
 * Links as compact JWS (HS256) under the district's own key. Claims have one letter, because a text message pays for
 * every character: `d` district, `v` visit, `n` notice version, `exp`.
 */
export const signedLinks = (linkKeys: LinkKeys): Links => {
  const rings = new Map<string, LinkKeyRing>();
  const remember = (district: string, ring: LinkKeyRing | undefined) => {
    if (ring) rings.set(district, ring);
    return ring;
  };
  return {
    async sign({ district, visitId, noticeVersion }, expiresAt) {
      const ring = rings.get(district) ?? (await linkKeys.get(district));
      remember(district, ring);
      const key = keyOf(ring, ring.current);
      if (!key) throw new Error(`district ${district} has no link key ${ring.current}`);
      return new SignJWT({ d: district, v: visitId, n: noticeVersion })
        .setProtectedHeader({ alg: 'HS256', typ: kind, kid: ring.current })
        .setExpirationTime(expiresAt)
        .sign(key);
    },

    async verify(token, now) {
      const said = readUnverified(token);
      if (!said) return undefined;
      const known = keyOf(rings.get(said.district), said.keyId);
      const key = known ?? keyOf(remember(said.district, await linkKeys.find(said.district)), said.keyId);
      return key && readVerified(token, key, now);
    },
  };
};
