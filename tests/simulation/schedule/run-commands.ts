import { publishConsolidation } from '../../../lib/app/centre/publish-consolidation.ts';
import { reviewConsolidation } from '../../../lib/app/centre/review-consolidation.ts';
import { withdrawPlan } from '../../../lib/app/plans/withdraw-plan.ts';
import { applyCommand } from '../../../lib/app/schedule/apply-command.ts';
import { confirmAbsence } from '../../../lib/app/schedule/confirm-absence.ts';
import { reportAbsence } from '../../../lib/app/schedule/report-absence.ts';
import { addDays } from '../../../lib/domain/catalogue/calendar.ts';
import { seededRandom } from '../../../lib/domain/seeded-random.ts';
import { isAhead } from '../../../lib/domain/visits/visit.ts';
import { planVisits } from '../../../lib/planner/plan-visits.ts';
import { anUrgentCheck, send } from '../../support/a-change.ts';
import { aCalendar } from '../../support/a-plan.ts';
import { aRequest, coordinator, planner, reviewer } from '../../support/a-request.ts';
import { aDistrict, addPlan, allVisits, type District, district, proposed } from '../../support/a-run.ts';
import { laggingVisits } from '../../support/lagging-visits.ts';
import { breachesOf } from './breaches.ts';
import { businesses, places, settings, units, work } from './district-rules.ts';
import { type Bug, portsUnder } from './planted-bugs.ts';

export type Ran = {
  readonly breaches: readonly string[];
  readonly done: number;
  readonly refused: number;
  readonly visits: number;
};

const startMs = Date.parse('2026-11-23T01:00:00.000Z');
const longestLagMs = 10 * 60_000;

type Pick = <Some extends readonly [unknown, ...unknown[]]>(from: Some) => Some[number];

type Run = {
  readonly ports: District;
  readonly random: () => number;
  readonly pick: Pick;
  readonly runs: string[];
  readonly absences: { readonly absenceId: string; readonly version: number }[];
  readonly plans: string[];
};

const dayFrom = ({ random }: Run, first: string, span: number): string => addDays(first, Math.floor(random() * span));

const submit = async (run: Run, n: number): Promise<void> => {
  const { ports, pick, random } = run;
  for (let m = 0; m < 3; m += 1) {
    const [department, itemId] = pick(work);
    const planId = `R${n}P${m}`;
    const mode = random() < 0.25 ? 'unannounced' : 'announced';
    const type = random() < 0.3 ? 'special' : 'routine';
    const due = dayFrom(run, '2026-12-08', 35);
    const rows = [pick(places), pick(places)].filter((place, at, all) => all.indexOf(place) === at);
    run.plans.push(planId);
    await addPlan(ports, {
      plan: { planId, department, items: [itemId], mode, type },
      rows: rows.map((businessId) => ({ businessId, items: [itemId], due })),
    });
  }
  const { consolidationId } = await proposed(ports, { from: '2026-12-01', to: '2027-01-15' });
  run.runs.push(consolidationId);
};

/** Levels in any order, published at any moment: what comes too early is refused. */
const pushOn = async (run: Run): Promise<void> => {
  const { ports, pick, random } = run;
  const now = ports.clock.now().toISOString();
  for (const consolidationId of run.runs.slice(-3)) {
    const params = { consolidationId };
    if (random() < 0.5)
      await publishConsolidation(ports, aRequest('publish-consolidation', { params, principal: coordinator, now }));
    for (const level of [pick([1, 2] as const), pick([1, 2] as const), 1, 2] as const) {
      const body = { decision: random() < 0.95 ? 'approved' : 'rejected', comment: 'x' };
      await reviewConsolidation(
        ports,
        aRequest('review-consolidation', { params, body, principal: reviewer(level), now }),
      );
    }
    await publishConsolidation(ports, aRequest('publish-consolidation', { params, principal: coordinator, now }));
  }
};

const reportAway = async (run: Run): Promise<void> => {
  const { ports, pick, random } = run;
  const unit = pick(['fire', 'fire-east', 'health', 'market']);
  const inspectorId = pick(
    units.find(({ unitId }) => unitId === unit)?.inspectors.map((one) => one.inspectorId) as [string],
  );
  const from = dayFrom(run, '2026-12-01', 15);
  const body = { unitId: unit, from, to: from, reason: 'x', ...(random() < 0.6 && { inspectorId }) };
  const parts = { body, principal: coordinator, ids: ports.ids, now: ports.clock.now().toISOString() };
  const answer = await reportAbsence(ports, aRequest('report-absence', parts));
  if ('absenceId' in answer) run.absences.push(answer);
};

const confirmAway = async ({ ports, absences }: Run): Promise<void> => {
  const absence = absences.shift();
  if (!absence) return;
  const { absenceId, version } = absence;
  const now = ports.clock.now().toISOString();
  const parts = { params: { absenceId }, principal: coordinator, ids: ports.ids, now, ifMatch: version };
  await confirmAbsence(ports, aRequest('confirm-absence', parts));
};

const changeVisit = async (run: Run, kind: 'reschedule-visit' | 'cancel-visit' | 'veto-visit'): Promise<void> => {
  const { ports, random, pick } = run;
  const ahead = allVisits(ports).filter(({ status }) => isAhead(status));
  const visit = ahead[Math.floor(random() * ahead.length)];
  if (!visit) return;
  const day = pick([dayFrom(run, '2026-12-01', 14), dayFrom(run, '2026-12-28', 12)]);
  const to = { day, start: pick(['09:00', '10:30', '13:30', '15:00']), teamsKept: random() < 0.2 };
  const body = { reason: 'x', ...(kind === 'reschedule-visit' && to) };
  await send(ports, { operation: kind, visitId: visit.visitId, body });
};

const insert = async (run: Run): Promise<void> => {
  const { ports, pick, random } = run;
  const from = dayFrom(run, '2026-11-25', 20);
  const window = { notBefore: from, due: addDays(from, Math.floor(random() * 8)) };
  const mode = random() < 0.3 ? 'unannounced' : 'announced';
  const body = anUrgentCheck({ businessId: pick(places), items: [pick(work)[1]], mode, window });
  await send(ports, { operation: 'insert-urgent', body });
};

const withdraw = async ({ ports, plans, random }: Run): Promise<void> => {
  const planId = plans[Math.floor(random() * plans.length)];
  const plan = planId && (await ports.plans.find(district, planId));
  if (!plan) return;
  const principal = { ...planner, department: plan.department };
  const parts = {
    params: { planId },
    body: { reason: 'x' },
    principal,
    ids: ports.ids,
    now: ports.clock.now().toISOString(),
  };
  await withdrawPlan(ports, aRequest('withdraw-plan', parts));
};

const step = async (run: Run, n: number): Promise<void> => {
  const lot = run.random();
  if (lot < 0.1) return submit(run, n);
  if (lot < 0.22) return pushOn(run);
  if (lot < 0.44) return insert(run);
  if (lot < 0.72) return changeVisit(run, 'reschedule-visit');
  if (lot < 0.78) return changeVisit(run, 'cancel-visit');
  if (lot < 0.82) return changeVisit(run, 'veto-visit');
  if (lot < 0.89) return reportAway(run);
  if (lot < 0.96) return confirmAway(run);
  return withdraw(run);
};

/**
 * So many random commands on one district, by the product's own use cases and its single writer, each message once or twice, over
 * a day index that lags up to ten minutes; what the schedule breaks after any of them. The same for the same seed.
 */
export const runCommands = async (seed: number, commands = 200, bug?: Bug): Promise<Ran> => {
  const random = seededRandom(`schedule ${seed}`);
  let at = startMs;
  const visits = laggingVisits(
    () => at,
    () => random() * longestLagMs,
    bug === 'index-believed',
  );
  const clock = { now: () => new Date(at), set: () => undefined };
  const sound = {
    ...(await aDistrict({ settings, units, businesses })),
    visits,
    clock,
    search: (instance: Parameters<typeof planVisits>[0], options: Parameters<typeof planVisits>[1] = {}) =>
      planVisits(instance, { iterationLimit: 10, ...(options.weights && { weights: options.weights }), seed }),
  } satisfies District;
  await sound.calendars.put(district, aCalendar({ year: 2027 }), 0);
  const ports = portsUnder(bug, sound);
  const pick: Pick = (from) => from[Math.floor(random() * from.length)];
  const run: Run = { ports, random, pick, runs: [], absences: [], plans: [] };
  const tally = async (breaches: readonly string[]): Promise<Ran> => {
    const ends = [...sound.commands.stored.values()].map(({ status }) => status);
    return {
      breaches,
      done: ends.filter((status) => status === 'done').length,
      refused: ends.filter((status) => status === 'refused').length,
      visits: allVisits(sound).length,
    };
  };
  for (let n = 0; n < commands; n += 1) {
    await step(run, n);
    at += Math.floor(random() * 240_000);
    const held = Math.floor(random() * 3);
    while (ports.queues.sent.schedule.length > held) {
      const message = ports.queues.sent.schedule.shift();
      if (!message) break;
      for (let times = random() < 0.2 ? 2 : 1; times > 0; times -= 1) await applyCommand(ports, message);
    }
    const breaches = await breachesOf(sound);
    if (breaches.length > 0) return tally(breaches.map((breach) => `after command ${n}: ${breach}`));
  }
  return tally([]);
};
