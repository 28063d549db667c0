import Papa from 'papaparse';
import { resultColumns } from '../publication/open-data.ts';
import type { ViewOf } from '../request.ts';

/** Published results as CSV (RFC 4180) with a byte order mark, so that spreadsheets read the Chinese; a line per check, and no cell a formula. */
export const resultsToCsv = ({ items }: Pick<ViewOf<'public-results'>, 'items'>): string => {
  const data = items.flatMap(({ resultId, day, publishedOn, businessName, street, items: checks }) =>
    checks.map(({ department, itemId, name, outcome, findings: { count, minor, major } }) => [
      ...[resultId, day, publishedOn, businessName, street],
      ...[department, itemId, name, outcome, count, minor, major],
    ]),
  );
  const fields = resultColumns.map(({ name }) => name);
  return `\uFEFF${Papa.unparse({ fields, data }, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
};
