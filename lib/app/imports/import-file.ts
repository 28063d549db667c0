import type { ImportMessage } from '../../contract/messages.ts';
import {
  type BulkImport,
  failImport,
  finishImport,
  noteProgress,
  type RowFault,
} from '../../domain/catalogue/bulk-import.ts';
import type { Scope } from '../../domain/principal.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { ReadRow } from '../ports/import-ports.ts';
import type { Ports } from '../ports.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { faultsToCsv } from './faults-to-csv.ts';
import { importPage, type RowTarget } from './import-page.ts';

type Needs = RowTarget & Pick<Ports, 'imports' | 'files' | 'rowReader' | 'clock'>;

const rowsPerPage = 500;
/** Faults that the import itself shows; the file holds up to a hundred times as many. */
const faultsShown = 100;
const faultsKept = 10_000;

const change = async (
  { imports }: Pick<Ports, 'imports'>,
  { district, importId }: BulkImport,
  decide: (bulk: BulkImport) => ReturnType<typeof noteProgress>,
): Promise<BulkImport> => {
  const next = await decideAgain(async () => {
    const standing = await imports.find({ district }, importId);
    if (!standing) throw new Error(`import ${importId} is gone`);
    const decided = decide(standing);
    if (isRefusal(decided)) return decided;
    return (await imports.change(decided)) === 'stored' ? decided : 'conflict';
  });
  if (isRefusal(next)) throw new Error(`import ${importId} cannot go on: ${next.refused}`);
  return next;
};

async function* pagesOf(rows: AsyncIterable<ReadRow>): AsyncGenerator<readonly ReadRow[], void> {
  let page: ReadRow[] = [];
  for await (const row of rows) {
    page.push(row);
    if (page.length < rowsPerPage) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** Other files are held whole: their bytes say nothing of how far their rows are. */
const isReadAsItArrives = ({ contentType }: BulkImport): boolean =>
  contentType === 'text/csv' || contentType === 'application/x-ndjson';

/** Tells how many bytes of a stream have been taken from it. */
const counted = (source: AsyncIterable<Uint8Array>) => {
  let bytes = 0;
  async function* content(): AsyncGenerator<Uint8Array, void> {
    for await (const chunk of source) {
      bytes += chunk.byteLength;
      yield chunk;
    }
  }
  return { content: content(), bytes: () => bytes };
};

const keepFaults = async (
  { files }: Pick<Ports, 'files'>,
  scope: Scope,
  importId: string,
  faults: readonly RowFault[],
): Promise<string | undefined> => {
  if (faults.length === 0) return undefined;
  const fileId = `${importId}-faults`;
  await files.write(scope, fileId, 'text/csv; charset=utf-8', new TextEncoder().encode(faultsToCsv(faults)));
  return fileId;
};

/**
 * Reads an uploaded file row by row and imports the sound ones, a page at a time, unless it is only to be checked; the
 * faulty ones go to a file of their own, each with its place and its reason. A run that was interrupted goes on behind the rows that were read, since every page
 * notes how far it came; rows that are imported twice change nothing.
 */
export const importFile = async (ports: Needs, { district, importId }: ImportMessage): Promise<void> => {
  const scope = { district };
  const bulk = await ports.imports.find(scope, importId);
  if (!bulk?.outbox) return;
  const at = () => ports.clock.now().toISOString();
  const fail = (failure: string) => change(ports, bulk, (standing) => failImport(standing, failure, at()));
  const source = await ports.files.stream(scope, importId);
  const reading = source && counted(source);
  const file = reading && (await ports.rowReader.read(bulk.kind, bulk.contentType, reading.content));
  if (!file || 'unreadable' in file) {
    await fail(file?.unreadable ?? 'file-gone');
    return;
  }
  const seen = new Set<string>();
  const faults: RowFault[] = [];
  let { progress } = bulk;
  let before = 0;
  for await (const page of pagesOf(file.rows)) {
    const isRead = before + page.length <= progress.rows;
    const done = await importPage(ports, scope, bulk.kind, page, before, seen, isRead || bulk.check === true);
    before += page.length;
    faults.push(...done.faults.slice(0, faultsKept - faults.length));
    if (isRead) continue;
    const { rows: _, ...counts } = progress;
    progress = {
      rows: before,
      created: counts.created + done.created,
      changed: counts.changed + done.changed,
      unchanged: counts.unchanged + done.unchanged,
      faulty: counts.faulty + done.faultyRows,
      ...(isReadAsItArrives(bulk) ? { percent: Math.min(100, Math.floor((reading.bytes() / bulk.bytes) * 100)) } : {}),
    };
    const [now, shown] = [progress, faults.slice(0, faultsShown)];
    await change(ports, bulk, (standing) => noteProgress(standing, now, shown));
  }
  const faultsFileId = await keepFaults(ports, scope, importId, faults);
  await change(ports, bulk, (standing) => finishImport(standing, faultsFileId, at()));
};
