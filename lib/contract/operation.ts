import * as z from 'zod';
import type { Name } from '../domain/catalogue/settings.ts';
import type { StaffRole } from '../domain/principal.ts';
import type { ProblemKind } from './problems.ts';

/** Stands for a part that an operation does not have. */
export const none = z.undefined();

/** `staff` needs a bearer token with one of `roles`; `link` is opened by the signed token or code in its path; `public` by anyone. */
export type Access = 'staff' | 'link' | 'public';

/** One row of the closed table: routes, authorization, OpenAPI, functions and tests all come from it. */
export type Operation = {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly access: Access;
  readonly roles: readonly StaffRole[];
  readonly summary: Name;
  /** `none` where the operation has no such part; `response` is `none` for pages, whose answer is text of its own. */
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly body: z.ZodType;
  readonly response: z.ZodType;
  readonly produces: 'application/json' | 'text/html' | 'text/calendar' | 'text/csv' | 'application/pdf';
  readonly status: 200 | 201 | 202;
  readonly problems: readonly ProblemKind[];
};
