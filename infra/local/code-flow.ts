import { hash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { authorizePage } from './authorize-page.ts';
import { type Issuer, tokenRequest } from './issuer.ts';

const authorizeQuery = z.object({
  response_type: z.literal('code'),
  client_id: z.string().min(1),
  redirect_uri: z.url(),
  state: z.string().default(''),
  code_challenge: z.string().min(43).max(128),
  code_challenge_method: z.literal('S256'),
});
type AuthorizeQuery = z.infer<typeof authorizeQuery>;

const exchangeForm = z.object({
  grant_type: z.literal('authorization_code'),
  code: z.string(),
  client_id: z.string(),
  redirect_uri: z.string(),
  code_verifier: z.string().min(43).max(128),
});

type Pending = AuthorizeQuery & { readonly claims: z.infer<typeof tokenRequest>; readonly goodUntil: number };

/** What the token endpoint answers: RFC 6749, section 5. */
export type Exchanged = { readonly access_token: string } | { readonly error: string };

const codeLivesMs = 60_000;
const isOnThisMachine = (uri: string): boolean => new URL(uri).hostname === 'localhost';

/** The authorization code flow with PKCE of the local issuer: a page to choose whom to be, and a code that is good once. */
export const codeFlow = (issuer: Issuer) => {
  const pending = new Map<string, Pending>();
  const readQuery = (query: URLSearchParams): AuthorizeQuery | undefined => {
    const { data } = authorizeQuery.safeParse(Object.fromEntries(query));
    return data && isOnThisMachine(data.redirect_uri) ? data : undefined;
  };
  return {
    /** The page, or undefined for a request that is no sign-in of this machine. */
    page: (query: URLSearchParams): string | undefined => {
      const asked = readQuery(query);
      return asked && authorizePage(asked);
    },
    /** Where to go with the code, once somebody was chosen on the page. */
    choose: (form: URLSearchParams, now = Date.now()): string | undefined => {
      const asked = readQuery(form);
      const claims = asked && tokenRequest.safeParse(readJson(form.get('claims'))).data;
      if (!asked || !claims) return undefined;
      const code = randomBytes(24).toString('base64url');
      pending.set(code, { ...asked, claims, goodUntil: now + codeLivesMs });
      return `${asked.redirect_uri}?${new URLSearchParams({ code, state: asked.state })}`;
    },
    exchange: async (form: URLSearchParams, now = Date.now()): Promise<Exchanged> => {
      const { data } = exchangeForm.safeParse(Object.fromEntries(form));
      if (!data) return { error: 'invalid_request' };
      const kept = pending.get(data.code);
      pending.delete(data.code);
      const holds =
        kept !== undefined &&
        kept.goodUntil >= now &&
        kept.redirect_uri === data.redirect_uri &&
        kept.client_id === data.client_id &&
        kept.code_challenge === hash('sha256', data.code_verifier, 'base64url');
      return holds ? { access_token: await issuer.token(kept.claims) } : { error: 'invalid_grant' };
    },
  };
};

const readJson = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
};
