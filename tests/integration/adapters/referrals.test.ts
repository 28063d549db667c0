import { describe, expect, it } from 'vitest';
import { dynamoMediators } from '../../../lib/adapters/dynamo/mediators.ts';
import { dynamoReferrals } from '../../../lib/adapters/dynamo/referrals.ts';
import { aReferral } from '../../support/a-referral.ts';
import { embeddedTable, freshScope } from '../../support/adapters/embedded-table.ts';
import { everyPage, pageThat } from '../../support/adapters/pages.ts';
import { fakeMediators, fakeReferrals } from '../../support/fakes/referrals.ts';

const engine = embeddedTable();

describe.each([
  ['in memory', () => fakeReferrals()],
  ['in DynamoDB', () => dynamoReferrals(engine.table)],
])('referrals %s', (_, make) => {
  it('are created once and change over the version before', async () => {
    const referrals = make();
    const referral = aReferral(freshScope());
    expect(await referrals.create(referral)).toBe('stored');
    expect(await referrals.create(referral)).toBe('stored');
    expect(await referrals.create({ ...referral, reason: 'another' })).toBe('conflict');
    const { dueAt: _, ...undue } = referral;
    const entry = { at: '2026-12-11T02:00:00.000Z', by: 'reviewer-1', action: 'rejected' };
    const rejected = { ...undue, status: 'rejected', history: [...referral.history, entry], version: 2 } as const;
    expect(await referrals.change(rejected)).toBe('stored');
    expect(await referrals.change({ ...rejected, reason: 'x' })).toBe('conflict');
    expect(await referrals.find(referral, 'R1')).toEqual(rejected);
    expect(await referrals.find(freshScope(), 'R1')).toBeUndefined();
  });

  it('are seen by who sends them, and by who is to take them once they are sent', async () => {
    const referrals = make();
    const scope = freshScope();
    await referrals.create(aReferral(scope));
    await referrals.create(aReferral({ ...scope, referralId: 'R2', status: 'sent' }));
    const seen = async (narrow: object) => {
      const narrowed = { ...scope, ...narrow };
      const { items } = await pageThat(referrals.list(narrowed, { limit: 5 }));
      for (const id of ['R1', 'R2'])
        expect((await referrals.find(narrowed, id)) !== undefined).toBe(
          items.some(({ referralId }) => referralId === id),
        );
      return items.map(({ referralId }) => referralId);
    };
    expect(await seen({ department: 'fire' })).toEqual(['R1', 'R2']);
    expect(await seen({ department: 'police' })).toEqual(['R2']);
    expect(await seen({ department: 'market' })).toEqual([]);
    expect(await seen({ unit: 'fire' })).toEqual(['R1', 'R2']);
    expect(await seen({ street: 'S01' })).toEqual([]);
  });

  it('are listed by the clock that runs, those without one behind, in pages that lose and repeat none', async () => {
    const referrals = make();
    const scope = freshScope();
    const dueOn = (day: number) => `2026-12-${day}T02:00:00.000Z`;
    await referrals.create(aReferral({ ...scope, referralId: 'R3', dueAt: dueOn(15) }));
    await referrals.create(aReferral({ ...scope, referralId: 'R4', dueAt: dueOn(12) }));
    for (const [referralId, to] of [
      ['R2', 'police'],
      ['R1', 'market'],
    ] as const) {
      const { dueAt: _, ...undue } = aReferral({ ...scope, referralId, to, status: 'accepted' });
      await referrals.create(undue);
    }
    const pages = await everyPage((cursor) => referrals.list(scope, { limit: 1, ...(cursor ? { cursor } : {}) }));
    expect(pages.flat().map(({ referralId }) => referralId)).toEqual(['R4', 'R3', 'R1', 'R2']);
    const found = async (filter: object) =>
      (await pageThat(referrals.list(scope, { limit: 5, ...filter }))).items.map(({ referralId }) => referralId);
    expect(await found({ status: 'running' })).toEqual(['R4', 'R3']);
    expect(await found({ status: 'accepted' })).toEqual(['R1', 'R2']);
    expect(await found({ status: 'proposed', dueBefore: dueOn(13) })).toEqual(['R4']);
    expect(await found({ to: 'market' })).toEqual(['R1']);
    expect(await found({ from: 'market' })).toEqual([]);
  });
});

describe.each([
  ['in memory', () => fakeMediators()],
  ['in DynamoDB', () => dynamoMediators(engine.table)],
])('the register of mediators %s', (_, make) => {
  const mediator = (mediatorId: string, more: object = {}) => ({
    mediatorId,
    name: mediatorId,
    organisation: '调委会',
    streets: [],
    effectiveFrom: '2026-01-01',
    ...more,
  });

  it('is imported repeatably, found by id, and listed by street and day', async () => {
    const mediators = make();
    const scope = freshScope();
    const rows = [mediator('M1', { streets: ['S01'] }), mediator('M2'), mediator('M3', { effectiveTo: '2026-06-30' })];
    expect(await mediators.import(scope, rows)).toMatchObject({ created: 3 });
    expect(await mediators.import(scope, rows)).toMatchObject({ unchanged: 3 });
    expect(await mediators.find(scope, 'M2')).toMatchObject({ name: 'M2', version: 1 });
    expect(await mediators.find(freshScope(), 'M2')).toBeUndefined();
    const ids = async (filter: object) =>
      (await everyPage((cursor) => mediators.list(scope, { limit: 1, ...filter, ...(cursor ? { cursor } : {}) })))
        .flat()
        .map(({ mediatorId }) => mediatorId);
    expect(await ids({})).toEqual(['M1', 'M2', 'M3']);
    expect(await ids({ street: 'S03' })).toEqual(['M2', 'M3']);
    expect(await ids({ on: '2026-12-01' })).toEqual(['M1', 'M2']);
  });
});
