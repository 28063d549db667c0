import { type Cell, parseCsv, toCsv } from './csv.ts';

/** A table as a file, in and out. What reads and writes workbooks is fetched when somebody first needs it. */
export type TableFormat = 'csv' | 'xlsx';

/** The table as a file to hand out; a workbook has one sheet, whose head stays in sight. */
export const tableFile = async (
  format: TableFormat,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<Blob> => {
  if (format === 'csv') return new Blob([toCsv(head, rows)], { type: 'text/csv;charset=utf-8' });
  const { default: writeWorkbook } = await import('write-excel-file/universal');
  const titles = head.map((value) => ({ value, fontWeight: 'bold' as const }));
  const widths = head.map((title, at) => ({
    width: Math.min(
      60,
      Math.max(10, 2 * title.length, ...rows.slice(0, 200).map((row) => String(row[at] ?? '').length + 2)),
    ),
  }));
  return writeWorkbook([titles, ...rows.map((row) => [...row])], { columns: widths, stickyRowsCount: 1 }).toBlob();
};

/** A day that a workbook holds as a date, as the district writes it. */
const textOf = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim();
};

/**
 * The cells of a CSV, TSV or XLSX file, of a workbook's first sheet; blank rows are left out.
 * Undefined where the file is no workbook although its name says so.
 */
export const readTableFile = async (file: File): Promise<readonly (readonly string[])[] | undefined> => {
  if (!/\.xlsx$/i.test(file.name)) return parseCsv(await file.text());
  const { readSheet } = await import('read-excel-file/universal');
  try {
    const rows = await readSheet(file);
    return rows.map((row) => row.map(textOf)).filter((row) => row.some((cell) => cell !== ''));
  } catch {
    return undefined;
  }
};
