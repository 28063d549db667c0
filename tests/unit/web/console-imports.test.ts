import { describe, expect, test } from 'vitest';
import { pagesOf, readRows, rowFaultsOf } from '../../../web/console/screens/plans/import-rows.ts';

describe('a file to import', () => {
  test('is the bare rows, or an object that names them', () => {
    expect(readRows('[{"a":1}]', 'units')).toEqual([{ a: 1 }]);
    expect(readRows('{"units":[{"a":1}]}', 'units')).toEqual([{ a: 1 }]);
    expect(readRows('{"items":[{"a":1}]}', 'units')).toEqual([{ a: 1 }]);
  });

  test.each(['', 'no json', '3', '{"other":[]}', 'null'])('%j is none', (text) => {
    expect(readRows(text, 'units')).toBeUndefined();
  });

  test('an error names its row of the file, whichever page it was sent in', () => {
    const errors = [
      { path: 'items[2].minutes', code: 'too-small', message: 'too small' },
      { path: 'items', code: 'too-big', message: 'too many' },
    ];
    expect(rowFaultsOf(errors, 500)).toEqual([{ row: 503, field: 'minutes', message: 'too small' }]);
  });

  test('is cut into pages that leave nothing out', () => {
    expect(pagesOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  });
});
