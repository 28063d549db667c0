import { officeRoles, staffRoles } from '../domain/principal.ts';
import { none } from './operation.ts';

// What rows of the operations table have in common: the form of the answer, and who may ask.

export const json = { produces: 'application/json', status: 200, params: none, query: none, body: none } as const;
export const html = {
  produces: 'text/html',
  status: 200,
  access: 'link',
  roles: [],
  params: none,
  query: none,
  body: none,
  response: none,
} as const;
export const staff = { access: 'staff', roles: officeRoles } as const;
export const everyone = { access: 'staff', roles: staffRoles } as const;
export const admin = { access: 'staff', roles: ['admin'] } as const;
export const planner = { access: 'staff', roles: ['planner'] } as const;
export const coordinator = { access: 'staff', roles: ['coordinator'] } as const;
export const inspector = { access: 'staff', roles: ['inspector'] } as const;
export const readers = { access: 'staff', roles: ['planner', 'coordinator', 'admin'] } as const;
export const anyone = { access: 'public', roles: [] } as const;
export const link = { access: 'link', roles: [] } as const;
