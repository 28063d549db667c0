import { describe, expect, it } from 'vitest';
import { closePlan } from '../../../lib/app/plans/close-plan.ts';
import type { Ports } from '../../../lib/app/ports.ts';
import type { Plan } from '../../../lib/domain/plans/plan.ts';
import { aCalendar, anItem, aPlan } from '../../support/a-plan.ts';
import { aRequest, planner } from '../../support/a-request.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const scope = { district: 'shangcheng' };
const withDraft = async (overrides: Partial<Plan> = {}) => {
  const ports = fakePorts();
  await ports.items.import(scope, [anItem()]);
  await ports.calendars.put(scope, aCalendar(), 0);
  await ports.plans.create(aPlan({ status: 'draft', requests: 1, submittedAt: undefined, ...overrides }));
  return ports;
};
const close = (ports: Ports, request: Parameters<typeof aRequest>[1] = {}) =>
  closePlan(ports, aRequest('close-plan', { params: { planId: 'P1' }, ...request }));

describe('submitting a draft', () => {
  it('makes it a plan that may be consolidated', async () => {
    const ports = await withDraft();
    expect(await close(ports)).toMatchObject({
      status: 'submitted',
      submittedAt: '2026-11-23T01:00:00.000Z',
      version: 2,
      history: [{ action: 'submitted', by: 'planner-1', at: '2026-11-23T01:00:00.000Z' }],
    });
    expect(await ports.plans.open(scope)).toHaveLength(1);
  });

  it('answers the plan again when the command is repeated', async () => {
    const ports = await withDraft();
    const first = await close(ports);
    expect(await close(ports)).toEqual(first);
  });

  it('is refused without requests', async () => {
    expect(await close(await withDraft({ requests: 0 }))).toEqual({
      refused: 'plan-refused',
      errors: [{ path: 'businesses', code: 'targets-missing' }],
    });
  });

  it('is refused where the window has closed or an item has gone out of force since', async () => {
    const ports = await withDraft();
    expect(await close(ports, { now: '2026-12-21T01:00:00.000Z' })).toMatchObject({ refused: 'window-closed' });
    await ports.items.import(scope, [anItem({ effectiveTo: '2026-12-10' })]);
    expect(await close(ports)).toMatchObject({ errors: [{ path: 'items[0]', code: 'item-not-in-force' }] });
  });

  it('is refused once it is no draft any more, and to a caller with another version in mind', async () => {
    expect(await close(await withDraft({ status: 'submitted' }))).toMatchObject({ refused: 'state-conflict' });
    expect(await close(await withDraft(), { ifMatch: 4 })).toMatchObject({ refused: 'version-mismatch' });
  });

  it('is not found by another department or another district', async () => {
    const ports = await withDraft({ partners: ['health'] });
    for (const principal of [
      { ...planner, department: 'health' },
      { ...planner, district: 'binjiang' },
    ]) {
      expect(await close(ports, { principal })).toEqual({ refused: 'not-found', errors: [] });
    }
  });
});
