import { routes } from 'virtual:routes';
import { type Client, clientOf } from './client.ts';
import type { ClientOptions } from './send.ts';

export type { Answer, Body, Input, ListName, ListPage, OperationName, Row } from './call-types.ts';
export type { ProblemKind } from './calls.ts';
export type { Client } from './client.ts';
export { type FieldFault, type Outcome, type Problem, Refused } from './problem.ts';
export type { ClientOptions } from './send.ts';
export { type BegunPlan, submitInParts } from './submit-in-parts.ts';

/** Calls to the service at `options.baseUrl`, typed by operation. */
export const inspectOnce = (options: ClientOptions): Client => clientOf(routes, options);
