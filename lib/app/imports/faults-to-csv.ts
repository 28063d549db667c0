import Papa from 'papaparse';
import type { RowFault } from '../../domain/catalogue/bulk-import.ts';

/** The faults of an import as CSV with a byte order mark, a line for each; no cell is a formula. */
export const faultsToCsv = (faults: readonly RowFault[]): string => {
  const fields = ['行', '字段', '原因'];
  const data = faults.map(({ row, field, reason }) => [row, field, reason]);
  return `\uFEFF${Papa.unparse({ fields, data }, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
};
