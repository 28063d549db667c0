import type { Operation } from '../../lib/contract/operation.ts';
import { operations } from '../../lib/contract/operations.ts';

const rows: readonly Operation[] = Object.values(operations);
const called = rows.filter(({ path }) => path.startsWith('/v1/'));
const routes = called.map(({ name, method, path, roles }) => [name, { method, path, roles }]);

/** The operations table without its schemas: what a client carries to call it, and to know whom it would refuse. */
export const routesModule = {
  name: 'virtual:routes',
  source: `export const routes = ${JSON.stringify(Object.fromEntries(routes))}`,
} as const;
