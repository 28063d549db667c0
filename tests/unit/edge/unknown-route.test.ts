import { describe, expect, test } from 'vitest';
import { operations } from '../../../lib/contract/operations.ts';
import { pageProblem } from '../../../lib/edge/page-function.ts';
import { unknownRoute } from '../../../lib/edge/unknown-route.ts';
import { noticeProblemPage } from '../../../web/notice-problem-page.ts';
import { aContext, anHttpEvent } from '../../support/http-event.ts';

const handler = unknownRoute(Object.values(operations), pageProblem(noticeProblemPage));
const ask = (path: string, method = 'GET') => handler(anHttpEvent({ method, path }), aContext());

describe('where no route fits', () => {
  test('a program is told so as a problem, and which methods the path has', async () => {
    const none = await ask('/v1/nothing');
    expect([none.statusCode, JSON.parse(none.body ?? '').type]).toEqual([404, 'not-found']);
    const other = await ask('/v1/plans', 'DELETE');
    expect([other.statusCode, JSON.parse(other.body ?? '').type]).toEqual([405, 'method-not-allowed']);
    expect(other.headers?.allow).toContain('POST');
  });

  test.each(['/n', '/n/', '/v/ABCD/more'])('people at %s see a page that says what to do', async (path) => {
    const { statusCode, headers, body } = await ask(path);
    expect(statusCode).toBe(404);
    expect(headers?.['content-type']).toContain('text/html');
    expect(body).toContain('这个链接打不开通知书');
  });

  test.each(['/n/token/complaint', '/n/token/', '/n/token/nothing/more'])(
    'whoever opens %s comes to the notice',
    async (path) => {
      expect(await ask(path)).toMatchObject({ statusCode: 303, headers: { location: '/n/token' } });
    },
  );

  test('what is posted below a notice and has no route is refused', async () => {
    expect((await ask('/n/token/nothing', 'POST')).statusCode).toBe(404);
  });
});
