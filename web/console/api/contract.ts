import type * as z from 'zod';
import type { OperationName, operations } from '../../../lib/contract/operations.ts';
import type { Readable } from '../../../lib/contract/readable.ts';

type Table = typeof operations;

/** What an operation answers when it does what was asked. */
export type Answer<Name extends OperationName> = Readable<z.output<Table[Name]['response']>>;
/** What an operation takes as its body, before the contract's defaults fill in. */
export type Body<Name extends OperationName> = Readable<z.input<Table[Name]['body']>>;
type Query<Name extends OperationName> = Readable<z.input<Table[Name]['query']>>;

type Strings = Readonly<Record<string, string | number>>;

/** The parts of one call. `version` is sent as If-Match. */
export type Input<Name extends OperationName> = {
  readonly params?: Strings;
  readonly query?: Query<Name>;
  readonly body?: Body<Name>;
  readonly version?: number;
  /** Makes a repeated POST the same command; a fresh key is drawn where absent. */
  readonly key?: string;
};

/** Operations that answer pages of rows. */
export type ListName = {
  [Name in OperationName]: Answer<Name> extends { readonly items: readonly unknown[]; readonly nextCursor?: string }
    ? Name
    : never;
}[OperationName];

/** One row of a list. */
export type Row<Name extends ListName> = Answer<Name> extends { readonly items: readonly (infer One)[] } ? One : never;

export type { OperationName };
