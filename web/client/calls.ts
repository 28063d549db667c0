import type * as z from 'zod';
import type { operations } from '../../lib/contract/operations.ts';
import type { Readable } from '../../lib/contract/readable.ts';

type Table = typeof operations;

/**
 * What each operation below `/v1` takes and answers, inferred from the contract. The built package has the same types
 * written out, so that whoever uses it needs neither this repository nor zod.
 */
export type Calls = {
  readonly [Name in keyof Table as Table[Name]['path'] extends `/v1/${string}` ? Name : never]: {
    readonly params: Readable<z.input<Table[Name]['params']>>;
    readonly query: Readable<z.input<Table[Name]['query']>>;
    readonly body: Readable<z.input<Table[Name]['body']>>;
    /** A table as CSV is answered as its text. */
    readonly answer: Table[Name]['produces'] extends 'application/json'
      ? Readable<z.output<Table[Name]['response']>>
      : string;
  };
};

export type { ProblemKind } from '../../lib/contract/problems.ts';
