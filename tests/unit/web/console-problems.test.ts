import { describe, expect, test } from 'vitest';
import { noAnswer, toldOnce } from '../../../web/console/api/problem.ts';

const zh = (words: string): string => words;

describe('what a person is told of a refusal', () => {
  test('is each error of a field once', () => {
    const fault = { path: 'window.due', code: 'date', message: '须为日期' };
    expect(toldOnce([fault, fault, { ...fault, path: 'window.notBefore' }], zh)).toHaveLength(2);
  });

  test('is in plain words where a list has no entry', () => {
    const fault = { path: 'items', code: 'too-small', message: 'Too small: expected array to have >=1 items' };
    expect(toldOnce([fault], zh)).toEqual([{ ...fault, message: '至少选一项' }]);
    const number = { path: 'minutes', code: 'too-small', message: 'Too small: expected number to be >=1' };
    expect(toldOnce([number], zh)).toEqual([number]);
  });

  test('says whether the service was not reached, or failed', () => {
    expect([noAnswer(zh, 0).type, noAnswer(zh, 502).type]).toEqual(['offline', 'fault']);
  });
});
