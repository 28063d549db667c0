import type { Calls } from './calls.ts';

export type OperationName = keyof Calls;

/** What an operation answers when it does what was asked. */
export type Answer<Name extends OperationName> = Calls[Name]['answer'];
/** What an operation takes as its body, before the contract's defaults fill in. */
export type Body<Name extends OperationName> = Calls[Name]['body'];

/** The parts of one call. */
export type Input<Name extends OperationName> = {
  /** What stands in the path. */
  readonly params?: Calls[Name]['params'];
  readonly query?: Calls[Name]['query'];
  readonly body?: Calls[Name]['body'];
  /** The version that the change is based on, sent as If-Match: another's change in between is told, not overwritten. */
  readonly version?: number;
  /** Makes a repeated POST the same command for 48 hours; a fresh key is drawn where absent. */
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

/** One page of a list, whichever list it is. */
export type ListPage<One> = { readonly items: readonly One[]; readonly nextCursor?: string };
