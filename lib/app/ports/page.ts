import type { Refusal } from '../../domain/refusal.ts';

export type Page<Row> = { readonly items: readonly Row[]; readonly nextCursor?: string };

export type PageRequest = { readonly limit: number; readonly cursor?: string };

/** A list refuses a cursor that is not its own as `malformed` at `cursor`. */
export type Listed<Row> = Promise<Page<Row> | Refusal>;

export type ImportCounts = {
  readonly imported: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
};

/** `stored`: the write took effect (or had done so before with the same content); `conflict`: another version stands. */
export type Stored = 'stored' | 'conflict';
