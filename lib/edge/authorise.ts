import type { Operation } from '../contract/operation.ts';
import type { Principal } from '../domain/principal.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { HttpEvent } from './http.ts';
import { principalOfClaims } from './principal-of-claims.ts';

/** Who asks, if the operation's roles let them; 401 without verified claims, 403 by role. */
export const authorise = (operation: Operation, event: HttpEvent, claimPrefix: string): Principal | Refusal => {
  const claims = event.requestContext.authorizer?.jwt?.claims;
  if (!claims) return refuse('unauthenticated');
  const principal = principalOfClaims(claims, claimPrefix);
  if ('refused' in principal || operation.roles.includes(principal.role)) return principal;
  return refuse('forbidden', { path: 'claims.role', code: 'role', values: { roles: operation.roles.join(', ') } });
};
