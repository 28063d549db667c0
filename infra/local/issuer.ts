import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLocalJWKSet, exportJWK, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import { staffRoles } from '../../lib/domain/principal.ts';

const line = z.string().min(1).max(64);

/** The body of POST /local/token: who to be. What else a client sends along is ignored, as OIDC issuers do. */
export const tokenRequest = z.object({
  role: z.enum(staffRoles),
  district: line,
  department: line.optional(),
  street: line.optional(),
  unit: line.optional(),
  level: z.preprocess(Number, z.union([z.literal(1), z.literal(2), z.literal(3)])).optional(),
  /** Where the tests of templates go that this person asks for. */
  email: z.email().max(254).optional(),
  /** The person; made from the claims where absent, so that the same role is the same person. */
  sub: line.optional(),
});
export type TokenRequest = z.infer<typeof tokenRequest>;

export type Issuer = {
  token(request: TokenRequest): Promise<string>;
  /** The verified claims as the API's JWT authorizer passes them on, all text; undefined for a token it would refuse. */
  verify(bearer: string): Promise<Readonly<Record<string, string>> | undefined>;
  readonly jwks: { readonly keys: readonly JWK[] };
};

const audience = 'inspect-once';
const algorithm = 'RS256';

const loadKey = async (file: string | undefined): Promise<JWK> => {
  if (file && existsSync(file)) return JSON.parse(await readFile(file, 'utf8'));
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: 'local', alg: algorithm, use: 'sig' };
  if (file) {
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, JSON.stringify(jwk), { mode: 0o600 });
  }
  return jwk;
};

/** The issuer of this machine alone, with its key kept below `state`. It is no part of a deployment. */
export const localIssuer = async (issuer: string, state: string | undefined): Promise<Issuer> => {
  const jwk = await loadKey(state && join(state, 'issuer-key.json'));
  const key = await importJWK(jwk, algorithm);
  const { kty, n, e, kid, alg, use } = jwk;
  const jwks = { keys: [{ kty, n, e, kid, alg, use }] };
  const keys = createLocalJWKSet(jwks);
  return {
    jwks,
    token: async ({ sub, ...claims }) => {
      const { role, district, department, street, unit, level } = claims;
      const person =
        sub ?? [role, district, department, street, unit, level].filter((part) => part !== undefined).join('.');
      return new SignJWT(claims)
        .setProtectedHeader({ alg: algorithm, kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(person)
        .setIssuedAt()
        .setExpirationTime('12h')
        .sign(key);
    },
    verify: async (bearer) => {
      try {
        const { payload } = await jwtVerify(bearer, keys, { issuer, audience });
        return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]));
      } catch {
        return undefined;
      }
    },
  };
};
