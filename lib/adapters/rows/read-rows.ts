import { Readable } from 'node:stream';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/universal';
import type { ReadRow, RowReader } from '../../app/ports/import-ports.ts';
import type { ImportKind } from '../../domain/catalogue/bulk-import.ts';
import { tableToRows } from './table-columns.ts';

type Content = AsyncIterable<Uint8Array>;
type Read = Awaited<ReturnType<RowReader['read']>>;

const mark = /^\uFEFF/;

async function* linesOf(content: Content): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of content) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r?\n/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest + decoder.decode();
}

async function* jsonLines(content: Content): AsyncGenerator<ReadRow, void> {
  for await (const line of linesOf(content)) {
    const text = line.replace(mark, '').trim();
    if (text === '') continue;
    try {
      yield { value: JSON.parse(text) };
    } catch {
      yield { fault: 'row-not-json' };
    }
  }
}

const whole = async (content: Content): Promise<Uint8Array[]> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return chunks;
};

async function* fromArray(values: readonly unknown[]): AsyncGenerator<ReadRow, void> {
  for (const value of values) yield { value };
}

/** A bare array, or an object whose only list the rows are. */
const readJson = async (kind: ImportKind, content: Content): Promise<Read> => {
  let value: unknown;
  try {
    value = JSON.parse(
      Buffer.concat(await whole(content))
        .toString('utf8')
        .replace(mark, ''),
    );
  } catch {
    return { unreadable: 'not-json' };
  }
  if (Array.isArray(value)) return { rows: fromArray(value) };
  const named = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const [, rows] = named.find(([name]) => name === kind || name === 'items') ?? [];
  return Array.isArray(rows) ? { rows: fromArray(rows) } : { unreadable: 'no-rows' };
};

/** Lines of cells as rows: the first line names the columns. */
const readTable = async (kind: ImportKind, lines: AsyncIterator<readonly string[], unknown>): Promise<Read> => {
  const head = await lines.next();
  const toRow = head.done ? undefined : tableToRows(kind, head.value);
  if (!toRow) return { unreadable: 'no-headings' };
  async function* rows(): AsyncGenerator<ReadRow, void> {
    for (let line = await lines.next(); !line.done; line = await lines.next()) {
      if (toRow && line.value.some((cell) => cell.trim() !== '')) yield { value: toRow(line.value) };
    }
  }
  return { rows: rows() };
};

const readCsv = (kind: ImportKind, content: Content): Promise<Read> => {
  const parser = Papa.parse(Papa.NODE_STREAM_INPUT, { skipEmptyLines: 'greedy' });
  const lines: AsyncIterable<string[]> = Readable.from(content).pipe(parser);
  async function* clean(): AsyncGenerator<readonly string[], void> {
    let isFirst = true;
    for await (const cells of lines) {
      yield isFirst ? cells.map((cell) => cell.replace(mark, '')) : cells;
      isFirst = false;
    }
  }
  return readTable(kind, clean());
};

/** A day that a workbook holds as a date, as the district writes it. */
const textOf = (cell: unknown): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '').trim();

const readWorkbook = async (kind: ImportKind, content: Content): Promise<Read> => {
  let sheet: readonly (readonly unknown[])[];
  try {
    const file = new Blob((await whole(content)).map((chunk) => Uint8Array.from(chunk)));
    sheet = await readSheet(file);
  } catch {
    return { unreadable: 'no-workbook' };
  }
  async function* lines(): AsyncGenerator<readonly string[], void> {
    for (const row of sheet) yield row.map(textOf);
  }
  return readTable(kind, lines());
};

/** Files of rows: CSV and JSON lines as they arrive, JSON and workbooks whole. */
export const rowReader: RowReader = {
  async read(kind, contentType, content) {
    switch (contentType) {
      case 'text/csv':
        return readCsv(kind, content);
      case 'application/x-ndjson':
        return { rows: jsonLines(content) };
      case 'application/json':
        return readJson(kind, content);
      default:
        return readWorkbook(kind, content);
    }
  },
};
