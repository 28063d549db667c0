import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../../web/tables/csv.ts';
import { addTargetRows, cellsToTargetRows } from '../../../web/tables/target-rows.ts';
import { place } from '../../support/district/small-district.ts';

const readTargetRows = (text: string) => cellsToTargetRows(parseCsv(text));

describe('targets that a planner pastes or uploads', () => {
  test('plain lines are ids', () => {
    expect(readTargetRows(`${place(1)}\n${place(2)}`)).toEqual([{ businessId: place(1) }, { businessId: place(2) }]);
  });

  test('columns are found by their headings, Chinese or English, in any order', () => {
    const rows = [{ businessId: place(1), due: '2026-12-10', items: ['F1', 'F2'] }];
    expect(readTargetRows(`截止日期,主体编号,事项编号\n2026/12/10,${place(1)},F1；F2`)).toEqual(rows);
    expect(readTargetRows(`Due,businessId,items\n2026-12-10,${place(1)},F1 F2`)).toEqual(rows);
  });

  test('a small letter in an id is taken for the capital it means', () => {
    expect(readTargetRows(place(1).toLowerCase())).toEqual([{ businessId: place(1) }]);
  });

  test.each([
    ['no id', ',2026-12-01', '必填'],
    ['an id of another form', 'ABC', '须为 18 位'],
    ['a wrong check character', '91330102MA2000000X-01', '校验位不符'],
    ['a day that does not exist', `${place(1)},,2026-02-30`, '须为实际存在的日期'],
    ['an end before its begin', `${place(1)},2026-12-09,2026-12-01`, '结束早于开始'],
  ])('a row with %s stays, marked with the reason', (_, text, reason) => {
    const [row] = readTargetRows(text);
    expect(row?.fault?.zh).toContain(reason);
  });

  test('a business named twice is marked where it comes again, with the row where it stands', () => {
    const rows = addTargetRows([{ businessId: place(1) }], [{ businessId: place(2) }, { businessId: place(1) }]);
    expect(rows.map(({ fault }) => fault?.en)).toEqual([undefined, undefined, 'The same as entry 1']);
  });

  test('what is wrong with a row stays with it when others are taken out', () => {
    const rows = addTargetRows([], readTargetRows(`${place(1)}\nABC\n${place(1)}`));
    const left = addTargetRows([], rows.slice(1));
    expect(left.map(({ fault }) => fault !== undefined)).toEqual([true, false]);
  });
});
