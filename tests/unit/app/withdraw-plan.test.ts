import { describe, expect, it } from 'vitest';
import { withdrawPlan } from '../../../lib/app/plans/withdraw-plan.ts';
import type { Ports } from '../../../lib/app/ports.ts';
import type { Plan } from '../../../lib/domain/plans/plan.ts';
import { aPlan } from '../../support/a-plan.ts';
import { aRequest, planner } from '../../support/a-request.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const withPlan = async (overrides: Partial<Plan> = {}) => {
  const ports = fakePorts();
  await ports.plans.create(aPlan(overrides));
  return ports;
};
const withdraw = (ports: Pick<Ports, 'plans'>, request: Parameters<typeof aRequest>[1] = {}) =>
  withdrawPlan(
    ports,
    aRequest('withdraw-plan', { params: { planId: 'P1' }, body: { reason: '任务取消' }, ...request }),
  );

describe('withdrawing a plan', () => {
  it('takes it out of planning and keeps who did it and why', async () => {
    const ports = await withPlan();
    expect(await withdraw(ports)).toMatchObject({
      status: 'withdrawn',
      version: 2,
      history: [{ action: 'withdrawn', by: 'planner-1', reason: '任务取消' }],
    });
    expect(await ports.plans.open({ district: 'shangcheng' })).toEqual([]);
  });

  it('needs no body', async () => {
    expect(await withdraw(await withPlan(), { body: undefined })).toMatchObject({ status: 'withdrawn' });
  });

  it('answers the plan again when the command is repeated', async () => {
    const ports = await withPlan();
    expect(await withdraw(ports)).toEqual(await withdraw(ports));
  });

  it('decides again where a consolidation changed the plan in between', async () => {
    const ports = await withPlan();
    let raced = false;
    const racing = {
      plans: {
        ...ports.plans,
        change: async (next: Plan) => {
          if (!raced) await ports.plans.change(aPlan({ status: 'consolidated', consolidations: ['C1'], version: 2 }));
          raced = true;
          return ports.plans.change(next);
        },
      },
    };
    expect(await withdraw(racing)).toMatchObject({ status: 'withdrawn', consolidations: ['C1'], version: 3 });
  });

  it('is refused after five lost races, for the caller to read and try again', async () => {
    const ports = await withPlan();
    let attempts = 0;
    const busy = {
      plans: {
        ...ports.plans,
        change: async () => {
          attempts += 1;
          return 'conflict' as const;
        },
      },
    };
    expect(await withdraw(busy)).toEqual({ refused: 'version-mismatch', errors: [] });
    expect(attempts).toBe(5);
  });

  it('is refused, with the state, once the plan is closed or withdrawn', async () => {
    for (const status of ['closed', 'withdrawn'] as const) {
      expect(await withdraw(await withPlan({ status }))).toEqual({
        refused: 'state-conflict',
        errors: [{ path: 'status', code: 'status', values: { status } }],
      });
    }
  });

  it('is refused to a caller with another version in mind, naming the one that stands', async () => {
    expect(await withdraw(await withPlan(), { ifMatch: 2 })).toEqual({
      refused: 'version-mismatch',
      errors: [{ path: 'If-Match', code: 'version', values: { current: 1 } }],
    });
  });

  it('is not found by a partner, another department or another district', async () => {
    const ports = await withPlan({ partners: ['health'] });
    for (const principal of [
      { ...planner, department: 'health' },
      { ...planner, department: 'tax' },
      { ...planner, district: 'binjiang' },
    ]) {
      expect(await withdraw(ports, { principal })).toMatchObject({ refused: 'not-found' });
    }
  });
});
