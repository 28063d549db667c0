declare module 'virtual:routes' {
  import type { Operation } from '../../lib/contract/operation.ts';
  import type { OperationName } from './call-types.ts';

  /** Method, path and roles of every operation below `/v1`, taken from the operations table when a client is built. */
  export const routes: Readonly<Record<OperationName, Pick<Operation, 'method' | 'path' | 'roles'>>>;
}
