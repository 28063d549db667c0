import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dynamoAnswers } from '../../../lib/adapters/dynamo/answers.ts';
import { embeddedTable, freshScope } from '../../support/adapters/embedded-table.ts';
import { fakeAnswers } from '../../support/fakes/answers.ts';

const engine = embeddedTable();
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 23, 1) + seconds * 1000);
const answer = { status: 201, body: '{"planId":"P1"}' };

describe.each([
  ['in memory', fakeAnswers],
  ['in DynamoDB', () => dynamoAnswers(engine.table)],
])('answers %s', (_, make) => {
  const aKey = () => ({ ...freshScope(), subject: 'planner-1', key: 'k1' });

  it('lets one of twenty that come at once do the work', async () => {
    const answers = make();
    const key = aKey();
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_c, n) => answers.claim(key, 'h', `seed-${n}`, at(0))),
    );
    expect(claims.filter(({ state }) => state === 'new')).toHaveLength(1);
    expect(claims.filter(({ state }) => state === 'in-progress')).toHaveLength(19);
  });

  it('gives every repeat the answer that was kept, and the first answer stands', async () => {
    const answers = make();
    const key = aKey();
    await answers.claim(key, 'h', 'seed', at(0));
    await answers.keep(key, answer, at(1));
    await answers.keep(key, { status: 500, body: 'another' }, at(2));
    expect(await answers.claim(key, 'h', 'other', at(47 * 3600))).toEqual({ state: 'answered', answer });
  });

  it('tells another body under the same key, before and after the answer', async () => {
    const answers = make();
    const key = aKey();
    await answers.claim(key, 'h', 'seed', at(0));
    expect(await answers.claim(key, 'h2', 'seed-2', at(1))).toEqual({ state: 'other-body' });
    await answers.keep(key, answer, at(2));
    expect(await answers.claim(key, 'h2', 'seed-2', at(3))).toEqual({ state: 'other-body' });
  });

  it('lets a claim that nobody answered for 35 seconds be taken over, once, with its own seed', async () => {
    const answers = make();
    const key = aKey();
    await answers.claim(key, 'h', 'first', at(0));
    expect(await answers.claim(key, 'h', 'early', at(35))).toEqual({ state: 'in-progress' });
    const later = await Promise.all(['a', 'b', 'c'].map((seed) => answers.claim(key, 'h', seed, at(36))));
    expect(later.filter(({ state }) => state === 'new')).toEqual([{ state: 'new', seed: 'first' }]);
  });

  it('gives a released claim to the next at once, with the same seed', async () => {
    const answers = make();
    const key = aKey();
    await answers.claim(key, 'h', 'first', at(0));
    await answers.release(key);
    expect(await answers.claim(key, 'h', 'second', at(1))).toEqual({ state: 'new', seed: 'first' });
    await answers.keep(key, answer, at(2));
    await answers.release(key);
    expect(await answers.claim(key, 'h', 'third', at(3))).toEqual({ state: 'answered', answer });
  });

  it('forgets after 48 hours, swept or not', async () => {
    const answers = make();
    const key = aKey();
    await answers.claim(key, 'h', 'first', at(0));
    await answers.keep(key, answer, at(0));
    expect(await answers.claim(key, 'h2', 'second', at(48 * 3600 + 1))).toEqual({ state: 'new', seed: 'second' });
  });

  it('keeps districts, subjects and keys apart', async () => {
    const answers = make();
    const key = aKey();
    await answers.claim(key, 'h', 'seed', at(0));
    for (const other of [
      { ...key, ...freshScope() },
      { ...key, subject: 'planner-2' },
      { ...key, key: 'k2' },
    ]) {
      expect(await answers.claim(other, 'h', 'own', at(1))).toEqual({ state: 'new', seed: 'own' });
    }
  });

  it('keeps an answer larger than an item whole', async () => {
    const answers = make();
    const key = aKey();
    const large = { status: 200, body: randomBytes(900_000).toString('base64') };
    await answers.claim(key, 'h', 'seed', at(0));
    await answers.keep(key, large, at(1));
    const claim = await answers.claim(key, 'h', 'other', at(2));
    expect(claim.state === 'answered' && claim.answer.body === large.body).toBe(true);
  });
});
