import { describe, expect, test } from 'vitest';
import { complain } from '../../../lib/contract/notices.ts';
import { isRefusal, refuse } from '../../../lib/domain/refusal.ts';
import { pageFunction } from '../../../lib/edge/page-function.ts';
import { readForm } from '../../../lib/edge/read-form.ts';
import { noticeProblemPage } from '../../../web/notice-problem-page.ts';
import { fixedClock } from '../../support/fakes/time-ids-links.ts';
import { aContext, anHttpEvent } from '../../support/http-event.ts';

/** A page that takes a complaint, as complaint-page does, and says what it read. */
const page = pageFunction(
  { name: 'complaint-page', status: 200 },
  async ({ params, form, language }) => {
    if (params.token === 'fault') throw new Error('the table is away');
    if (params.token === 'often')
      return refuse('too-many-requests', { path: 'code', code: 'too-many-guesses', values: { minutes: 15 } });
    const read = readForm(complain, form, language);
    return isRefusal(read) ? read : { html: `took ${JSON.stringify(read.value)}` };
  },
  noticeProblemPage,
  fixedClock(),
);
const post = (fields: Record<string, string>, token = 'abc', query: Record<string, string> = { lang: 'zh' }) =>
  page(
    anHttpEvent({
      method: 'POST',
      path: `/n/${token}/complaint`,
      params: { token },
      query,
      raw: new URLSearchParams(fields).toString(),
    }),
    aContext(),
  );

test('a page that is asked for too often says when to come again', async () => {
  const { statusCode, headers } = await post({ words: '好' }, 'often');
  expect([statusCode, headers?.['retry-after']]).toEqual([429, '900']);
});

describe('a page that is posted to', () => {
  test('takes as many characters as its field does: an end of line counts as the browser counts it', async () => {
    const typed = `${'行\r\n'.repeat(500)}${'字'.repeat(999)}。`;
    const taken = await post({ words: typed });
    expect(taken.statusCode).toBe(200);
    expect(taken.body).toContain('行\\n行');
    expect((await post({ words: `${typed}字` })).statusCode).toBe(400);
  });

  test('answers a fault with a page for people, in the language that was asked for, and with the policy of a page', async () => {
    const { statusCode, headers, body } = await post({ words: '收费' }, 'fault', { lang: 'en' });
    expect(statusCode).toBe(500);
    expect(body).toContain('<html lang="en">');
    expect(body).toContain('href="/n/fault?lang=en"');
    expect(body).not.toContain('is away');
    expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    expect(headers?.['content-security-policy']).toContain("default-src 'none'");
  });
});
