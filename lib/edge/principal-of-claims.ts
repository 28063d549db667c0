import { missingClaim, type Principal, staffRoles } from '../domain/principal.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';

type Claims = Readonly<Record<string, unknown>>;

const levels = [1, 2, 3] as const;

/**
 * The principal that verified claims describe. `prefix` is what the issuer puts before claims of its own (`custom:`).
 * Refused as `forbidden` where the role is unknown or lacks the claim that closes its scope.
 */
export const principalOfClaims = (claims: Claims, prefix: string): Principal | Refusal<'forbidden'> => {
  const read = (name: string): string | undefined => {
    const value = claims[prefix + name] ?? claims[name];
    return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;
  };
  const role = staffRoles.find((candidate) => candidate === read('role'));
  const district = read('district');
  const subject = read('sub');
  if (!role) return refuse('forbidden', { path: 'claims.role', code: 'claim' });
  if (!district) return refuse('forbidden', { path: 'claims.district', code: 'claim' });
  if (!subject) return refuse('forbidden', { path: 'claims.sub', code: 'claim' });
  const principal: Principal = {
    subject,
    district,
    role,
    department: read('department'),
    street: read('street'),
    unit: read('unit'),
    level: levels.find((level) => String(level) === read('level')),
    email: read('email_verified') === 'false' ? undefined : read('email'),
  };
  const missing = missingClaim(principal);
  return missing ? refuse('forbidden', { path: `claims.${missing}`, code: 'claim' }) : principal;
};
