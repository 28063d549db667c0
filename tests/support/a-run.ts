import { planConsolidation } from '../../lib/app/centre/plan-consolidation.ts';
import type { Search } from '../../lib/app/centre/propose-visits.ts';
import { publishConsolidation } from '../../lib/app/centre/publish-consolidation.ts';
import { startConsolidation } from '../../lib/app/centre/start-consolidation.ts';
import type { Ports } from '../../lib/app/ports.ts';
import { applyCommand } from '../../lib/app/schedule/apply-command.ts';
import type { SchedulingMessage } from '../../lib/contract/messages.ts';
import type { Inspector, Unit } from '../../lib/domain/catalogue/catalogue.ts';
import { defaultSettings, type Settings } from '../../lib/domain/catalogue/settings.ts';
import type { Consolidation } from '../../lib/domain/centre/consolidation.ts';
import type { Plan, RequestRow } from '../../lib/domain/plans/plan.ts';
import { planVisits } from '../../lib/planner/plan-visits.ts';
import { aBusiness, aCalendar, anItem, aPlan, aRow } from './a-plan.ts';
import { aRequest, coordinator } from './a-request.ts';
import { fakePorts } from './fakes/ports.ts';

export const district = { district: 'shangcheng' };
/** A Monday; notices of three working days make Thursday the 26th the first day of an announced visit. */
export const startedAt = '2026-11-23T01:00:00.000Z';

/** The planner by count of steps, not by clock: the same plan every time. */
export const stepwise: Search = (instance, { now: _now, timeLimitMs: _limit, ...options }) =>
  planVisits(instance, { ...options, iterationLimit: 100 });

export const inspectors = (prefix: string, count: number, recusedFrom: readonly string[] = []): readonly Inspector[] =>
  Array.from({ length: count }, (_, n) => ({
    inspectorId: `${prefix}-${n + 1}`,
    name: `${prefix}${n + 1}`,
    certificate: `ZJ-${prefix}-${n + 1}`,
    recusedFrom,
  }));

export const aUnit = (overrides: Partial<Unit> = {}): Unit => ({
  unitId: 'fire',
  department: 'fire',
  street: null,
  offOn: [],
  inspectors: inspectors('fire', 4),
  ...overrides,
});

/** One row of a plan as a test names it; the plan lists what its rows say. */
export type Asked = { readonly plan?: Partial<Plan>; readonly rows: readonly Partial<RequestRow>[] };

export const addPlan = async (ports: Ports, { plan: overrides = {}, rows }: Asked): Promise<Plan> => {
  const plan = aPlan(overrides);
  const full = rows.map((row, n) =>
    aRow({ requestId: `${plan.planId}-${n + 1}`, department: plan.department, ...row }),
  );
  const batch = await ports.plans.writeBatch(district, plan.planId, 'b1', full);
  const header = { ...plan, batches: [batch], requests: full.length };
  await ports.plans.create(header);
  return header;
};

/** Two exits items of one class (fire's and health's) and one of market's own; three businesses; a unit for each department. */
export const aDistrict = async ({
  settings = {},
  units = [
    aUnit(),
    aUnit({ unitId: 'health', department: 'health', inspectors: inspectors('health', 4) }),
    aUnit({ unitId: 'market', department: 'market', inspectors: inspectors('market', 4) }),
  ],
  businesses = ['B-01', 'B-02', 'B-03'].map((businessId) => aBusiness({ businessId })),
}: {
  readonly settings?: Partial<Settings>;
  readonly units?: readonly Unit[];
  readonly businesses?: readonly ReturnType<typeof aBusiness>[];
} = {}) => {
  const ports = { ...fakePorts(), search: stepwise };
  await ports.items.import(district, [
    anItem({ itemId: 'I0001', department: 'fire', recognitionClass: 'exits', minutes: 30 }),
    anItem({ itemId: 'I0002', department: 'fire', minutes: 60 }),
    anItem({ itemId: 'I0201', department: 'health', recognitionClass: 'exits', minutes: 45 }),
    anItem({ itemId: 'I0301', department: 'market', minutes: 30 }),
  ]);
  await ports.businesses.import(district, businesses);
  await ports.units.import(district, units);
  await ports.calendars.put(district, aCalendar(), 0);
  await ports.settings.put(district, {
    ...defaultSettings,
    reviewLevels: [],
    ...settings,
    effectiveFrom: '2026-01-01',
    version: 1,
    changedAt: startedAt,
    changedBy: 'admin-1',
  });
  return ports;
};
export type District = Awaited<ReturnType<typeof aDistrict>>;

export const getRun = async (ports: Pick<Ports, 'consolidations'>, consolidationId: string): Promise<Consolidation> => {
  const run = await ports.consolidations.find(district, consolidationId);
  if (!run) throw new Error(`no run ${consolidationId}`);
  return run;
};

/** Starts a run over December and plans it. */
export const proposed = async (ports: District, body: object = {}, ids = ports.ids): Promise<Consolidation> => {
  const now = ports.clock.now().toISOString();
  const request = aRequest('start-consolidation', {
    body: { from: '2026-12-01', to: '2026-12-31', ...body },
    principal: coordinator,
    ids,
    now,
  });
  const started = await startConsolidation(ports, request);
  if (!('consolidationId' in started)) throw new Error(JSON.stringify(started));
  await planConsolidation(ports, { ...district, consolidationId: started.consolidationId });
  return getRun(ports, started.consolidationId);
};

/** Works off what is queued for the schedule, in order, each message once. */
export const drain = async (ports: District): Promise<void> => {
  for (let message = ports.queues.sent.schedule.shift(); message; message = ports.queues.sent.schedule.shift()) {
    await applyCommand(ports, message satisfies SchedulingMessage);
  }
};

export const published = async (ports: District, run: Consolidation): Promise<Consolidation> => {
  const params = { consolidationId: run.consolidationId };
  const now = ports.clock.now().toISOString();
  await publishConsolidation(ports, aRequest('publish-consolidation', { params, principal: coordinator, now }));
  await drain(ports);
  return getRun(ports, run.consolidationId);
};

export const allVisits = (ports: District) =>
  [...ports.visits.stored.values()].sort((a, b) => (a.visitId < b.visitId ? -1 : 1));
