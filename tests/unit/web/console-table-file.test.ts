import { describe, expect, test } from 'vitest';
import { readTableFile, tableFile } from '../../../web/tables/table-file.ts';

const head = ['主体编号', '任务数', '名称'];
const rows = [
  ['91330102MA2000000X-01', 3, '宾馆，"湖滨"'],
  ['91330102MA2000001X-01', 0, '=1+1'],
];
const read = async (format: 'csv' | 'xlsx') =>
  readTableFile(new File([await tableFile(format, head, rows)], `表.${format}`));

describe('a table as a file', () => {
  test('a workbook is read back as it was written, texts that look like formulas included', async () => {
    expect(await read('xlsx')).toEqual([head, ...rows.map((row) => row.map(String))]);
  });

  test('a CSV is read back, its formulas made harmless', async () => {
    expect(await read('csv')).toEqual([head, rows[0]?.map(String), ['91330102MA2000001X-01', '0', "'=1+1"]]);
  });

  test('what only calls itself a workbook is told apart', async () => {
    expect(await readTableFile(new File(['主体编号'], 'list.xlsx'))).toBeUndefined();
  });

  test('blank rows are left out', async () => {
    expect(await readTableFile(new File(['a,b\n\n , \nc,d\n'], 'list.csv'))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });
});
