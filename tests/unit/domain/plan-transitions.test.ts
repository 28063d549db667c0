import { describe, expect, it } from 'vitest';
import type { PlanStatus } from '../../../lib/domain/plans/plan.ts';
import {
  appendToPlan,
  isAppliedTo,
  submitDraft,
  withdrawPlanFrom,
} from '../../../lib/domain/plans/plan-transitions.ts';
import { aPlan, aRow } from '../../support/a-plan.ts';

const stamp = { at: '2026-11-24T01:00:00.000Z', by: 'planner-2', commandId: 'C1' };
const evidence = { visitId: 'V9', department: 'police', itemId: 'I9', on: '2026-09-01' };
const rows = [aRow(), aRow({ satisfied: [evidence] }), aRow({ remote: true })];
const batch = { batchId: 'b2', rows: 3, pages: 1 };
const conflict = (status: PlanStatus) => ({
  refused: 'state-conflict',
  errors: [{ path: 'status', code: 'status', values: { status } }],
});

describe('a draft', () => {
  it('counts the rows of a batch once its header lists it, and keeps who added them', () => {
    const draft = aPlan({ status: 'draft', requests: 2, remote: { S03: 1 } });
    expect(appendToPlan(draft, batch, rows, { S03: 1, S04: 0 }, stamp)).toMatchObject({
      requests: 5,
      satisfied: 1,
      remote: { S03: 2 },
      batches: [batch],
      version: 2,
      history: [{ ...stamp, action: 'appended' }],
    });
  });

  it('is submitted once, and takes no more requests after that', () => {
    const submitted = submitDraft(aPlan({ status: 'draft', version: 4 }), stamp);
    expect(submitted).toMatchObject({ status: 'submitted', submittedAt: stamp.at, version: 5 });
    for (const status of ['submitted', 'consolidated', 'closed', 'withdrawn'] as const) {
      expect(submitDraft(aPlan({ status }), stamp)).toEqual(conflict(status));
      expect(appendToPlan(aPlan({ status }), batch, rows, {}, stamp)).toEqual(conflict(status));
    }
  });
});

describe('withdrawing a plan', () => {
  it('is open to a draft, a submitted and a consolidated plan, and keeps the reason', () => {
    for (const status of ['draft', 'submitted', 'consolidated'] as const) {
      const withdrawn = withdrawPlanFrom(aPlan({ status }), stamp, '任务取消');
      expect(withdrawn).toMatchObject({
        status: 'withdrawn',
        history: [{ ...stamp, action: 'withdrawn', reason: '任务取消' }],
      });
    }
  });

  it('is refused, with the state, where the plan is closed or withdrawn', () => {
    expect(withdrawPlanFrom(aPlan({ status: 'closed' }), stamp)).toEqual(conflict('closed'));
    expect(withdrawPlanFrom(aPlan({ status: 'withdrawn' }), stamp)).toEqual(conflict('withdrawn'));
  });

  it('is known by its command when it is repeated', () => {
    const withdrawn = withdrawPlanFrom(aPlan(), stamp);
    expect('refused' in withdrawn ? undefined : isAppliedTo(withdrawn, 'C1')).toBe(true);
    expect(isAppliedTo(aPlan(), 'C1')).toBe(false);
  });
});
