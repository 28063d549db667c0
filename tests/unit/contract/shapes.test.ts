import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { line, text } from '../../../lib/contract/shapes.ts';

describe('one line of words', () => {
  it.each([
    ['江畔旅馆\r\nBcc: all@example.com', '江畔旅馆 Bcc: all@example.com'],
    ['江畔\u2028旅馆\u0000', '江畔 旅馆'],
    ['\u202e馆旅畔江\u202c', '馆旅畔江'],
    ['\u2067a\u2069', 'a'],
    ['\t 江畔旅馆 \n', '江畔旅馆'],
  ])('is one line and turns no direction: %#', (sent, kept) => {
    expect(line.parse(sent)).toBe(kept);
  });

  it('stays as it is where nothing is wrong with it, whatever the script', () => {
    for (const words of ['江畔旅馆（东宝路）', "O'Hara & Söhne <3", 'ئۇيغۇر', '👩‍🍳 面馆', '=1+1'])
      expect(line.parse(words)).toBe(words);
  });

  it('is refused where nothing is left of it', () => {
    for (const sent of ['\u202e', '\u0000\n', ' ']) expect(line.safeParse(sent).success).toBe(false);
  });

  it('never holds what ends a header, a calendar line or a paragraph', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (sent) => {
        const { data } = line.safeParse(sent);
        expect(data ?? '').not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        expect(line.safeParse(data ?? 'x').data ?? 'x').toBe(data ?? 'x');
      }),
    );
  });
});

it('words of several lines keep their lines and nothing else that cannot be seen', () => {
  expect(text.parse(' 第一行\n\t第二行\u0007\u202e ')).toBe('第一行\n\t第二行');
  expect(text.safeParse('\u0000').success).toBe(false);
});
