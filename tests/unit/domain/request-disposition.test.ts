import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestOutcome } from '../../../lib/domain/centre/consolidation.ts';
import {
  indexServices,
  type PlanningRound,
  requestDisposition,
} from '../../../lib/domain/plans/request-disposition.ts';
import { type Visit, visitStatuses } from '../../../lib/domain/visits/visit.ts';
import { aPlan, aRow } from '../../support/a-plan.ts';
import { aCheck, anAttendance, aVisit } from '../../support/a-visit.ts';

const row = aRow();
const { requestId } = row;
const serves = [{ requestId, planId: 'P1', department: 'fire', itemId: 'I0001' }];
const theVisit = (overrides: Partial<Visit> = {}): Visit =>
  aVisit({ visitId: 'V1', attending: [anAttendance({ checks: [aCheck({ serves })] })], ...overrides });
const aRound = (outcome?: RequestOutcome, returned: PlanningRound['returned'] = {}): PlanningRound => ({
  outcomes: new Map(outcome ? [[requestId, outcome]] : []),
  returned,
});
const placed = aRound({ requestId, visitId: 'V1' });
const leftOut = aRound({ requestId, reason: 'no-capacity' });
const evidence = { visitId: 'V9', department: 'police', itemId: 'I9', on: '2026-09-01' };

type Situation = { rounds?: PlanningRound[]; visits?: Visit[]; plan?: Parameters<typeof aPlan>[0]; of?: typeof row };
const became = ({ rounds = [], visits = [], plan = {}, of = row }: Situation) =>
  requestDisposition(aPlan(plan), of, rounds, indexServices(visits));

describe('what became of a request', () => {
  it('is waiting until a published consolidation has looked at it', () => {
    expect(became({})).toEqual({ disposition: 'waiting' });
    expect(became({ plan: { status: 'draft' } })).toEqual({ disposition: 'waiting' });
  });

  it('is scheduled where a standing visit serves it, and done once that visit is', () => {
    expect(became({ rounds: [placed], visits: [theVisit({ status: 'notified' })] })).toEqual({
      disposition: 'scheduled',
      visitId: 'V1',
      day: '2026-12-09',
    });
    expect(became({ rounds: [placed], visits: [theVisit({ status: 'done' })] })).toMatchObject({ disposition: 'done' });
  });

  it('names the department whose check serves it, where that is another', () => {
    const byPolice = anAttendance({ department: 'police', checks: [aCheck({ itemId: 'I0900', serves })] });
    const state = became({ rounds: [placed], visits: [theVisit({ attending: [byPolice] })] });
    expect(state.recognisedFrom).toEqual({ department: 'police', itemId: 'I0900', visitId: 'V1', on: '2026-12-09' });
  });

  it('is waiting again once its visit was called off, or does not serve it any more', () => {
    for (const status of ['cancelled', 'vetoed'] as const) {
      expect(became({ rounds: [placed], visits: [theVisit({ status })] })).toEqual({ disposition: 'waiting' });
    }
    const withoutIt = theVisit({ attending: [anAttendance({ checks: [aCheck({ serves: [] })] })] });
    expect(became({ rounds: [placed], visits: [withoutIt] })).toEqual({ disposition: 'waiting' });
  });

  it('is waiting with the reason where the whole proposal that would have placed it was rejected, until a later round', () => {
    const rejected = { ...placed, rejected: '缺少依据' };
    const waiting = { disposition: 'waiting', reason: 'proposal-rejected', said: '缺少依据' };
    expect(became({ rounds: [rejected] })).toEqual(waiting);
    expect(became({ rounds: [leftOut, rejected] })).toEqual(waiting);
    expect(became({ rounds: [rejected, leftOut] })).toEqual({ disposition: 'unscheduled', reason: 'no-capacity' });
    expect(became({ rounds: [rejected], visits: [theVisit()] })).toMatchObject({ disposition: 'scheduled' });
    expect(became({ rounds: [rejected], plan: { status: 'withdrawn' } })).toMatchObject({ disposition: 'withdrawn' });
  });

  it('loses nothing by a rejected proposal that had left it out or answered it', () => {
    const answered = aRound({ requestId, recognisedFrom: [evidence] });
    expect(became({ rounds: [{ ...leftOut, rejected: 'x' }] })).toEqual({ disposition: 'waiting' });
    expect(became({ rounds: [{ ...answered, rejected: 'x' }] })).toEqual({ disposition: 'waiting' });
  });

  it('is waiting again where the visit is done but one of its checks could not be made', () => {
    const missed = anAttendance({ checks: [aCheck({ serves, outcome: 'not-checked', reason: '停业' })] });
    expect(became({ rounds: [placed], visits: [theVisit({ status: 'done', attending: [missed] })] })).toEqual({
      disposition: 'waiting',
    });
  });

  it('is unscheduled with its reason until a later round schedules it', () => {
    expect(became({ rounds: [leftOut] })).toEqual({ disposition: 'unscheduled', reason: 'no-capacity' });
    expect(became({ rounds: [leftOut, aRound()] })).toMatchObject({ reason: 'no-capacity' });
    expect(became({ rounds: [leftOut, placed], visits: [theVisit()] })).toMatchObject({ disposition: 'scheduled' });
  });

  it('is unscheduled with the reason of the publication that sent it back', () => {
    const sentBack = aRound({ requestId, visitId: 'V1' }, { [requestId]: 'stands-otherwise' });
    expect(became({ rounds: [sentBack] })).toEqual({ disposition: 'unscheduled', reason: 'stands-otherwise' });
  });

  it('is satisfied by evidence known at submission or found by a consolidation', () => {
    const satisfied = { disposition: 'satisfied', recognisedFrom: evidence };
    expect(became({ of: aRow({ satisfied: [evidence] }) })).toEqual(satisfied);
    expect(became({ rounds: [aRound({ requestId, recognisedFrom: [evidence] })] })).toEqual(satisfied);
  });

  it('is remote where it is done off site', () => {
    expect(became({ of: aRow({ remote: true }) })).toEqual({ disposition: 'remote' });
  });

  it('is withdrawn with its plan unless a standing visit or evidence has answered it', () => {
    const plan = { status: 'withdrawn' } as const;
    expect(became({ plan, rounds: [leftOut] })).toEqual({ disposition: 'withdrawn', reason: 'withdrawn' });
    expect(became({ plan, of: aRow({ remote: true }) })).toMatchObject({ disposition: 'withdrawn' });
    expect(became({ plan, rounds: [placed], visits: [theVisit()] })).toMatchObject({ disposition: 'scheduled' });
    expect(became({ plan, of: aRow({ satisfied: [evidence] }) })).toMatchObject({ disposition: 'satisfied' });
  });
});

const anyRound = fc.oneof(
  fc.constant(aRound()),
  fc.constant(placed),
  fc.constant(aRound({ requestId, recognisedFrom: [evidence] })),
  fc.constantFrom('gap' as const, 'closed' as const).map((reason) => aRound({ requestId, reason })),
  fc.constant(aRound({ requestId, visitId: 'V1' }, { [requestId]: 'stands-otherwise' })),
);
const anySituation = fc.record({
  rounds: fc.array(anyRound, { maxLength: 4 }),
  visits: fc.constantFrom(...visitStatuses).chain((status) => fc.constantFrom<Visit[]>([], [theVisit({ status })])),
  plan: fc.record({ status: fc.constantFrom('draft', 'submitted', 'consolidated', 'closed', 'withdrawn') }),
});

describe('the join of rounds and visits', () => {
  it('gives a visit exactly where one stands that serves the request, whatever the rounds say', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const state = became(situation);
        const stands = situation.visits.some(({ status }) => status !== 'cancelled' && status !== 'vetoed');
        expect(state.visitId !== undefined).toBe(stands);
        expect(state.disposition === 'scheduled' || state.disposition === 'done').toBe(stands);
      }),
    );
  });

  it('gives a reason exactly to the unscheduled and the withdrawn, evidence to every satisfied one', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const { disposition, reason, recognisedFrom } = became(situation);
        expect(reason !== undefined).toBe(disposition === 'unscheduled' || disposition === 'withdrawn');
        if (disposition === 'satisfied') expect(recognisedFrom).toEqual(evidence);
      }),
    );
  });
});
