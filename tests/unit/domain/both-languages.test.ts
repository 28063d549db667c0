import fc from 'fast-check';
import { expect, test } from 'vitest';
import { both, inOne } from '../../../lib/domain/notices/both-languages.ts';

test('a line of both languages reads as either, whatever a reason in it says', () => {
  fc.assert(
    fc.property(fc.string(), (reason) => {
      const line = both(`原因：${reason}`, `because: ${reason}`);
      const narrow = (half: string) => half.replaceAll('／', '/'); // a stroke may be written as the wide one
      expect([inOne(line, 'zh-CN'), inOne(line, 'en')].map(narrow)).toEqual(
        [`原因：${reason}`, `because: ${reason}`].map(narrow),
      );
    }),
    { examples: [['A / B'], [' / '], ['/'], [' /'], ['/ '], [' / /']] },
  );
});

test('a line of one language stays whole in both', () => {
  expect([inOne('增加证照公示检查', 'zh-CN'), inOne('增加证照公示检查', 'en')]).toEqual(
    Array(2).fill('增加证照公示检查'),
  );
});

test('a line of an earlier record whose halves quote the mark still reads as either', () => {
  const line = '原因：A / B / because: A / B';
  expect([inOne(line, 'zh-CN'), inOne(line, 'en')]).toEqual(['原因：A / B', 'because: A / B']);
});
