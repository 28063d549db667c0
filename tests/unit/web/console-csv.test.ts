import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCsv, toCsv } from '../../../web/tables/csv.ts';

describe('CSV', () => {
  test('what is written is read back, whatever delimiters, quotes and line ends the cells hold', () => {
    const cell = fc.string({ minLength: 1 }).map((text) => `x${text.replaceAll('\0', '').trim()}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const [, ...read] = parseCsv(toCsv(['a', 'b'], rows));
        expect(read).toEqual(rows);
      }),
    );
  });

  test('begins with the mark by which spreadsheets know Chinese', () => {
    expect(toCsv(['名称'], [['宾馆']])).toBe('\uFEFF名称\r\n宾馆\r\n');
  });

  test('keeps a text from becoming a formula, and a figure a figure', () => {
    expect(toCsv(['a'], [['=1+1'], [-3]])).toContain('"\'=1+1"\r\n-3');
  });

  test('reads cells copied out of a spreadsheet, and leaves out blank lines', () => {
    expect(parseCsv('a\tb\r\n\r\nc\td\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });
});
