import type { BulkImport, ImportKind } from '../../domain/catalogue/bulk-import.ts';
import type { Scope } from '../../domain/principal.ts';
import type { Listed, PageRequest, Stored } from './page.ts';

/** Files of rows on their way into the records. */
export type Imports = {
  create(bulk: BulkImport): Promise<Stored>;
  /** Replaces version − 1. */
  change(bulk: BulkImport): Promise<Stored>;
  find(scope: Scope, importId: string): Promise<BulkImport | undefined>;
  list(scope: Scope, page: PageRequest): Listed<BulkImport>;
};

/** One row of a file as it was written, or the code of what kept it from being read. */
export type ReadRow = { readonly value: unknown } | { readonly fault: string };

/** Takes a file of rows apart; the code of why it can't be read at all. */
export type RowReader = {
  read(
    kind: ImportKind,
    contentType: string,
    content: AsyncIterable<Uint8Array>,
  ): Promise<{ readonly rows: AsyncIterable<ReadRow> } | { readonly unreadable: string }>;
};
