/** A field of RFC 4180. A text that a spreadsheet would take for a formula is kept from being one. */
const csvField = (value: string | number | undefined): string => {
  const text = value === undefined ? '' : String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export type CsvCell = string | number | undefined;

/** Rows as CSV with a byte order mark, which spreadsheets need to read Chinese. */
export const toCsv = (head: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
  `\uFEFF${[head, ...rows].map((row) => row.map(csvField).join(',')).join('\r\n')}\r\n`;

/** Cells of a CSV, TSV or pasted text by RFC 4180: quotes may hold delimiters and line ends. Blank lines are left out. */
export const parseCsv = (text: string): readonly (readonly string[])[] => {
  const clean = text.replace(/^\uFEFF/, '');
  const delimiter = /\t/.test(clean.slice(0, clean.search(/[\r\n]|$/))) ? '\t' : ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = (): void => {
    row.push(cell.trim());
    if (row.some((one) => one !== '')) rows.push(row);
    row = [];
    cell = '';
  };
  for (let at = 0; at < clean.length; at += 1) {
    const character = clean[at] ?? '';
    if (quoted) {
      if (character !== '"') cell += character;
      else if (clean[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (character === delimiter) {
      row.push(cell.trim());
      cell = '';
    } else if (character === '\n' || character === '\r') endRow();
    else cell += character;
  }
  endRow();
  return rows;
};

/** Hands the person a file that was made here. */
export const download = (name: string, text: string, type = 'text/csv'): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};
