import { describe, expect, test } from 'vitest';
import type { RequestOf } from '../../../lib/app/request.ts';
import { operations } from '../../../lib/contract/operations.ts';
import { refuse } from '../../../lib/domain/refusal.ts';
import { apiFunction } from '../../../lib/edge/api-function.ts';
import { fakeAnswers } from '../../support/fakes/answers.ts';
import { countedIds, fixedClock } from '../../support/fakes/time-ids-links.ts';
import { aContext, anHttpEvent } from '../../support/http-event.ts';

const plan = {
  planId: 'P1',
  status: 'submitted',
  requests: 1,
  satisfied: [],
  satisfiedCount: 0,
  remote: 0,
  version: 1,
};
const planner = { sub: 'u1', district: 'shangcheng', role: 'planner', department: 'fire' };
const body = {
  title: '冬季消防专项',
  type: 'routine',
  mode: 'announced',
  window: { notBefore: '2026-12-01', due: '2026-12-20' },
  items: ['I0042'],
  legalBasis: '消防法',
  approval: { by: '局长' },
  businesses: [{ businessId: '91330102MA2AAAAA0A-01' }],
};

const harness = (run: (request: RequestOf<'submit-plan'>) => Promise<typeof plan | ReturnType<typeof refuse>>) => {
  let seeds = 0;
  const handler = apiFunction(operations['submit-plan'], run, {
    answers: fakeAnswers(),
    clock: fixedClock(),
    freshSeed: () => `seed-${++seeds}`,
    idsFrom: countedIds,
    actingAs: (_who, _now, work) => work(),
    claimPrefix: 'custom:',
  });
  return async (parts: Parameters<typeof anHttpEvent>[0]) => {
    const result = await handler(
      anHttpEvent({ method: 'POST', path: '/v1/plans', claims: planner, body, ...parts }),
      aContext(),
    );
    return { ...result, json: JSON.parse(String(result.body)) };
  };
};

describe('the handler of an operation', () => {
  test('hands over what was parsed and answers by the table', async () => {
    const seen: RequestOf<'submit-plan'>[] = [];
    const call = harness(async (request) => {
      seen.push(request);
      return plan;
    });
    expect(await call({ headers: { 'if-match': '"3"' } })).toMatchObject({ statusCode: 201, json: plan });
    expect(seen[0]).toMatchObject({
      principal: { subject: 'u1', district: 'shangcheng', role: 'planner', department: 'fire' },
      body: { partners: [], draft: false, items: ['I0042'] },
      language: 'zh-CN',
      ifMatch: 3,
    });
  });

  test('names every faulty field, in the language asked for', async () => {
    const call = harness(async () => plan);
    const faulty = { ...body, title: undefined, window: { notBefore: '2026-12-20', due: '2026-12-01' }, items: [] };
    const chinese = await call({ body: faulty });
    expect(chinese.statusCode).toBe(400);
    expect(chinese.headers?.['content-type']).toContain('application/problem+json');
    expect(chinese.json).toMatchObject({
      type: 'malformed',
      status: 400,
      title: '请求格式有误',
      requestId: 'request-1',
    });
    expect(chinese.json.errors.map(({ path, code }: { path: string; code: string }) => [path, code])).toEqual([
      ['title', 'required'],
      ['window.due', 'window-reversed'],
      ['items', 'too-small'],
    ]);
    const english = await call({ body: faulty, headers: { 'Accept-Language': 'en-GB,en;q=0.8' } });
    expect(english.json).toMatchObject({
      title: 'The request is malformed',
      errors: [{ message: 'Required' }, {}, {}],
    });
  });

  test.each([
    ['{', 'json'],
    ['"text"', 'invalid-type'],
    ['null', 'invalid-type'],
    ['[]', 'invalid-type'],
    ['{"__proto__":{"title":"x"}}', 'required'],
  ])('refuses the body %s without a fault', async (raw, code) => {
    const answer = await harness(async () => plan)({ raw });
    expect(answer.statusCode).toBe(400);
    expect(answer.json.errors[0].code).toBe(code);
  });

  test('turns away who has not signed in, whose role may not, and whose token leaves the scope open', async () => {
    const call = harness(async () => plan);
    expect((await call({ claims: undefined })).json).toMatchObject({ type: 'unauthenticated', status: 401 });
    expect((await call({ claims: { ...planner, role: 'inspector', unit: 'fire' } })).json).toMatchObject({
      type: 'forbidden',
      status: 403,
    });
    expect((await call({ claims: { ...planner, department: undefined } })).json).toMatchObject({
      type: 'forbidden',
      errors: [{ path: 'claims.department', code: 'claim' }],
    });
    expect((await call({ claims: { ...planner, role: 'king' } })).statusCode).toBe(403);
  });

  test('reads claims under the issuer’s own prefix', async () => {
    const prefixed = {
      sub: 'u1',
      'custom:district': 'shangcheng',
      'custom:role': 'planner',
      'custom:department': 'fire',
    };
    expect((await harness(async () => plan)({ claims: prefixed })).statusCode).toBe(201);
  });

  test('turns a refusal into a problem with the words of its codes', async () => {
    const call = harness(async () =>
      refuse('calendar-unknown', { path: 'window.due', code: 'calendar-unknown', values: { year: 2031 } }),
    );
    expect((await call({ headers: { 'accept-language': 'en' } })).json).toMatchObject({
      type: 'calendar-unknown',
      status: 422,
      detail: 'window.due: The calendar does not know the year 2031',
    });
  });

  test('tells a fault as one, without its details', async () => {
    const call = harness(async () => {
      throw new Error('the table is gone');
    });
    const answer = await call({});
    expect(answer).toMatchObject({ statusCode: 500, json: { type: 'fault', errors: [] } });
    expect(answer.body).not.toContain('table');
  });

  test.each(['01', 'abc', '"-1"', '1.5'])('refuses If-Match %s', async (value) => {
    const answer = await harness(async () => plan)({ headers: { 'if-match': value } });
    expect(answer.json).toMatchObject({ type: 'malformed', errors: [{ path: 'If-Match', code: 'if-match' }] });
  });
});

describe('an idempotency key', () => {
  const headers = { 'Idempotency-Key': 'key-1' };

  test('gives the same body the same answer, and runs once', async () => {
    let runs = 0;
    const call = harness(async ({ ids }) => {
      runs += 1;
      return { ...plan, planId: ids.next() };
    });
    const first = await call({ headers });
    const second = await call({ headers });
    expect(second).toMatchObject({ statusCode: 201, json: first.json });
    expect(runs).toBe(1);
  });

  test('refuses another body', async () => {
    const call = harness(async () => plan);
    await call({ headers });
    expect((await call({ headers, body: { ...body, title: '别的' } })).json).toMatchObject({
      type: 'key-reused',
      status: 409,
    });
  });

  test('keeps a refusal too', async () => {
    let runs = 0;
    const call = harness(async () => {
      runs += 1;
      return refuse('plan-refused', { path: 'items[0]', code: 'item-unknown' });
    });
    await call({ headers });
    expect((await call({ headers })).statusCode).toBe(422);
    expect(runs).toBe(1);
  });

  test('is given back after a fault, and the retry spends the same ids', async () => {
    const spent: string[] = [];
    const call = harness(async ({ ids }) => {
      spent.push(ids.next());
      if (spent.length === 1) throw new Error('lost');
      return plan;
    });
    expect((await call({ headers })).statusCode).toBe(500);
    expect((await call({ headers })).statusCode).toBe(201);
    expect(new Set(spent).size).toBe(1);
  });

  test('of another person is another key', async () => {
    const call = harness(async ({ principal }) => ({ ...plan, planId: principal.subject }));
    await call({ headers });
    expect((await call({ headers, claims: { ...planner, sub: 'u2' } })).json.planId).toBe('u2');
  });

  test('must be visible characters', async () => {
    const answer = await harness(async () => plan)({ headers: { 'Idempotency-Key': '键' } });
    expect(answer.json).toMatchObject({ type: 'malformed', errors: [{ path: 'Idempotency-Key' }] });
  });
});
