import type { HistoryEntry } from '../plans/plan.ts';
import { type Refusal, refuse } from '../refusal.ts';

export const importKinds = ['items', 'businesses', 'units'] as const;
export type ImportKind = (typeof importKinds)[number];
export const importStatuses = ['announced', 'queued', 'running', 'checked', 'done', 'failed'] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** What became of a file's rows so far. */
export type ImportProgress = {
  /** Rows read, faulty ones included: a run that is interrupted goes on behind them. */
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly faulty: number;
  /** How much of the file was read, where that is known. */
  readonly percent?: number;
};
export const nothingRead: ImportProgress = { rows: 0, created: 0, changed: 0, unchanged: 0, faulty: 0 };

/** A row that was not imported: its place in the file, from 1, and what is wrong with which field. */
export type RowFault = { readonly row: number; readonly field: string; readonly reason: string };

/** A file of rows on its way into the district's records: named by kind and content, so that the same file is the same import. */
export type BulkImport = {
  readonly importId: string;
  readonly district: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly status: ImportStatus;
  /** Only looked through: nothing of the file is imported. */
  readonly check?: boolean;
  readonly progress: ImportProgress;
  /** The first faults; all of them are in the file of faults once the import is done. */
  readonly faults: readonly RowFault[];
  readonly faultsFileId?: string;
  /** Why nothing could be read, where the import failed. */
  readonly failure?: string;
  readonly announcedBy: string;
  readonly createdAt: string;
  readonly history: readonly HistoryEntry[];
  readonly outbox?: { readonly task: 'import-file'; readonly since: string };
  readonly version: number;
};

type Stamp = Pick<HistoryEntry, 'at' | 'by'>;

const step = (bulk: BulkImport, change: Partial<BulkImport>, action: string, { at, by }: Stamp): BulkImport => ({
  ...bulk,
  ...change,
  history: [...bulk.history, { at, by, action }],
  version: bulk.version + 1,
});

/** How a file is to be read: once more although it was, only to be looked through. */
export type ReadingWish = { readonly again: boolean; readonly check: boolean };

/** Has the uploaded file read, from its beginning; one that is waiting or being read goes on as it is. */
export const queueImport = (bulk: BulkImport, { again, check }: ReadingWish, by: Stamp): BulkImport | Refusal => {
  if (bulk.status === 'queued' || bulk.status === 'running') return bulk;
  if (bulk.status === 'done' && !again && !check) return bulk;
  const { faultsFileId: _, failure: __, check: ___, ...rest } = bulk;
  const outbox = { task: 'import-file', since: by.at } as const;
  const fresh = { ...rest, ...(check ? { check } : {}), progress: nothingRead, faults: [] };
  return step(fresh, { status: 'queued', outbox }, check ? 'check-queued' : 'import-queued', by);
};

/** How far reading has come; the outbox stays until the file is done, so that an interrupted run is taken up again. */
export const noteProgress = (
  bulk: BulkImport,
  progress: ImportProgress,
  faults: readonly RowFault[],
): BulkImport | Refusal =>
  bulk.status === 'queued' || bulk.status === 'running'
    ? { ...bulk, status: 'running', progress, faults, version: bulk.version + 1 }
    : refuse('state-conflict', { path: 'status', code: 'status', values: { status: bulk.status } });

const ended = ({ outbox: _, ...rest }: BulkImport): BulkImport => rest;

export const finishImport = (bulk: BulkImport, faultsFileId: string | undefined, at: string): BulkImport =>
  step(
    ended(bulk),
    { status: bulk.check ? 'checked' : 'done', ...(faultsFileId ? { faultsFileId } : {}) },
    bulk.check ? 'import-checked' : 'import-done',
    { at, by: 'system' },
  );

export const failImport = (bulk: BulkImport, failure: string, at: string): BulkImport =>
  step(ended(bulk), { status: 'failed', failure }, 'import-failed', { at, by: 'system' });
