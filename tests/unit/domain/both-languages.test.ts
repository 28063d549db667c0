import fc from 'fast-check';
import { expect, test } from 'vitest';
import { both, inOne } from '../../../lib/domain/notices/both-languages.ts';

test('a line of both languages reads as either, whatever a reason in it says', () => {
  fc.assert(
    fc.property(fc.string(), (reason) => {
      const line = both(`原因：${reason}`, `because: ${reason}`);
      expect([inOne(line, 'zh-CN'), inOne(line, 'en')]).toEqual([`原因：${reason}`, `because: ${reason}`]);
    }),
    { examples: [['A / B'], [' / '], ['/']] },
  );
});

test('a line of one language stays whole in both', () => {
  expect([inOne('增加证照公示检查', 'zh-CN'), inOne('增加证照公示检查', 'en')]).toEqual(
    Array(2).fill('增加证照公示检查'),
  );
});
