import type * as z from 'zod';
import type { none, Operation } from '../operation.ts';
import type { Readable } from '../readable.ts';

/** One body for each operation of a table that takes one: a name without an example does not compile. */
export type BodyExamplesOf<Table extends Readonly<Record<string, Operation>>> = {
  readonly [Name in keyof Table as Table[Name]['body'] extends typeof none ? never : Name]: Readable<
    z.input<Table[Name]['body']>
  >;
};
