import type { StaffRole } from '../../../lib/domain/principal.ts';

/** Who is signed in, as the token's claims say. The service checks the token; the console only reads it. */
export type Person = {
  readonly token: string;
  readonly subject: string;
  readonly role: StaffRole;
  readonly district: string;
  readonly department?: string;
  readonly street?: string;
  readonly unit?: string;
  readonly level?: number;
};

const roles: readonly StaffRole[] = ['planner', 'coordinator', 'reviewer', 'inspector', 'admin', 'sentinel'];

const payloadOf = (token: string): Readonly<Record<string, unknown>> => {
  const text = atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'));
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(text, (character) => character.charCodeAt(0))));
};

/** Reads a token; undefined where it is none or names no role of ours. Whether it is over is the service's to say. */
export const personOf = (token: string, claimPrefix = ''): Person | undefined => {
  try {
    const payload = payloadOf(token);
    const read = (name: string): string | undefined => {
      const value = payload[claimPrefix + name] ?? payload[name];
      return value === undefined || value === '' ? undefined : String(value);
    };
    const role = roles.find((candidate) => candidate === read('role'));
    if (!role) return undefined;
    return {
      token,
      subject: read('sub') ?? '',
      role,
      district: read('district') ?? '',
      department: read('department'),
      street: read('street'),
      unit: read('unit'),
      level: read('level') === undefined ? undefined : Number(read('level')),
    };
  } catch {
    return undefined;
  }
};
