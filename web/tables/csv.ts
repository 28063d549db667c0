import Papa from 'papaparse';

export type Cell = string | number | undefined;

/**
 * Rows as CSV (RFC 4180) with a byte order mark, which spreadsheets need to read Chinese. A text that a spreadsheet would
 * take for a formula is kept from being one.
 */
export const toCsv = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${Papa.unparse([[...head], ...rows.map((row) => [...row])], { escapeFormulae: true, newline: '\r\n' })}\r\n`;

/** Cells of a CSV, TSV or pasted text: quotes may hold delimiters and line ends. Blank lines are left out. */
export const parseCsv = (text: string): readonly (readonly string[])[] => {
  const clean = text.replace(/^\uFEFF/, '');
  const delimiter = /\t/.test(clean.slice(0, clean.search(/[\r\n]|$/))) ? '\t' : ',';
  return Papa.parse<string[]>(clean, { delimiter, skipEmptyLines: 'greedy', transform: (cell) => cell.trim() }).data;
};
