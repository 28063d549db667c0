import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishConsolidation } from '../../../lib/app/centre/publish-consolidation.ts';
import { applyCommand } from '../../../lib/app/schedule/apply-command.ts';
import { addDays, daysBetween } from '../../../lib/domain/catalogue/calendar.ts';
import { teamsOf } from '../../../lib/domain/schedule/choose-unit.ts';
import { isAhead, isStanding, type Visit } from '../../../lib/domain/visits/visit.ts';
import { countedDepartments } from '../../../lib/domain/visits/visit-requests.ts';
import { anUrgentCheck, type Sent, send } from '../../support/a-change.ts';
import { aBusiness } from '../../support/a-plan.ts';
import { aRequest, coordinator } from '../../support/a-request.ts';
import {
  aDistrict,
  addPlan,
  allVisits,
  aUnit,
  type District,
  district,
  inspectors,
  proposed,
} from '../../support/a-run.ts';

const settings = { minGapDays: 3, yearlyCap: { perDepartment: 2, byDepartment: {} } };
const units = [
  aUnit({
    inspectors: [...inspectors('fire', 2), ...inspectors('tied', 2, ['B-01'])],
    offOn: ['2026-12-03'],
    teams: 1,
  }),
  aUnit({ unitId: 'health', department: 'health', inspectors: inspectors('health', 2) }),
  aUnit({ unitId: 'market', department: 'market', teams: 1, inspectors: inspectors('market', 4) }),
];
const places = ['B-01', 'B-02', 'B-03', 'B-04', 'B-05', 'B-06'] as const;
const businesses = places.map((businessId) =>
  aBusiness({ businessId, closedOn: businessId === 'B-02' ? ['2026-12-04'] : [] }),
);

const day = fc.nat(20).map((n) => addDays('2026-11-23', n));
// Few places to move to, so that visits meet there.
const moveDay = fc.constantFrom('2026-12-02', '2026-12-03', '2026-12-04', '2026-12-08');
const start = fc.constantFrom('09:00', '13:30');
const businessId = fc.constantFrom(...places);
const mode = fc.constantFrom('announced' as const, 'unannounced' as const);
const work = fc.constantFrom(['fire', 'I0001'], ['fire', 'I0002'], ['health', 'I0201'], ['market', 'I0301']);

const step = fc.oneof(
  fc.record({
    kind: fc.constant('publish' as const),
    asked: fc.array(fc.record({ businessId, work, mode }), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('insert' as const), businessId, work, mode, from: day, length: fc.nat(8) }),
  fc.record({ kind: fc.constant('move' as const), which: fc.nat(), day: moveDay, start, teamsKept: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('cancel-visit' as const, 'veto-visit' as const), which: fc.nat() }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

const aheadVisit = (ports: District, which: number): Visit | undefined => {
  const ahead = allVisits(ports).filter(({ status }) => isAhead(status));
  return ahead[which % Math.max(1, ahead.length)];
};

/** Queues one step; a publication is planned first, on what stands before the commands that are queued already. */
const order = async (ports: District, one: Step, n: number): Promise<void> => {
  if (one.kind === 'publish') {
    for (const [m, asked] of one.asked.entries()) {
      const [department = '', itemId = ''] = asked.work;
      const plan = { planId: `R${n}P${m}`, department, items: [itemId], mode: asked.mode, type: 'routine' } as const;
      await addPlan(ports, { plan, rows: [{ businessId: asked.businessId, items: [itemId], due: '2026-12-11' }] });
    }
    const { consolidationId } = await proposed(ports);
    const request = aRequest('publish-consolidation', { params: { consolidationId }, principal: coordinator });
    await publishConsolidation(ports, request);
    return;
  }
  if (one.kind === 'insert') {
    const window = { notBefore: one.from, due: addDays(one.from, one.length) };
    const body = anUrgentCheck({ businessId: one.businessId, items: one.work.slice(1), mode: one.mode, window });
    await send(ports, { operation: 'insert-urgent', body });
    return;
  }
  const visit = aheadVisit(ports, one.which);
  if (!visit) return;
  const { visitId } = visit;
  const sent: Sent =
    one.kind === 'move'
      ? {
          operation: 'reschedule-visit',
          visitId,
          body: { day: one.day, start: one.start, reason: 'x', teamsKept: one.teamsKept },
        }
      : { operation: one.kind, visitId, body: { reason: 'x' } };
  await send(ports, sent);
};

const expectSound = async (ports: District): Promise<void> => {
  const visits = allVisits(ports).filter(({ status }) => isStanding(status));
  const people: string[] = [];
  const teams = new Map<string, number>();
  const served: string[] = [];
  for (const visit of visits) {
    const { slot, attending } = visit;
    const same = visits.filter((other) => other.businessId === visit.businessId);
    for (const other of same.filter(({ visitId }) => visitId !== visit.visitId)) {
      expect(Math.abs(daysBetween(other.day, visit.day)), 'gap').toBeGreaterThanOrEqual(settings.minGapDays);
    }
    for (const department of countedDepartments(visit)) {
      const counted = same.filter((other) => countedDepartments(other).includes(department));
      expect(counted.length, 'cap').toBeLessThanOrEqual(settings.yearlyCap.perDepartment);
    }
    for (const { planId } of visit.plans) {
      expect((await ports.plans.find(district, planId))?.mode, 'mode').toBe(visit.mode);
    }
    expect(businesses.find((one) => one.businessId === visit.businessId)?.closedOn).not.toContain(visit.day);
    for (const { unitId, team, slots, checks } of attending) {
      served.push(...checks.flatMap(({ serves }) => serves.map(({ requestId }) => requestId)));
      expect(new Set(team.map(({ inspectorId }) => inspectorId)).size, 'team').toBe(2);
      if (visit.businessId === 'B-01')
        expect(
          team.filter(({ name }) => name.startsWith('tied')),
          'recusal',
        ).toEqual([]);
      expect(units.find((unit) => unit.unitId === unitId)?.offOn, 'unit off').not.toContain(visit.day);
      for (let at = slot; at < slot + slots; at += 1) {
        people.push(...team.map(({ inspectorId }) => `${inspectorId} ${visit.day} ${at}`));
        teams.set(`${unitId} ${visit.day} ${at}`, (teams.get(`${unitId} ${visit.day} ${at}`) ?? 0) + 1);
      }
    }
  }
  expect(new Set(people).size, 'nobody at two places').toBe(people.length);
  expect(new Set(served).size, 'no request served twice').toBe(served.length);
  for (const unit of units) {
    for (const [key, count] of teams) {
      if (key.startsWith(`${unit.unitId} `)) expect(count, key).toBeLessThanOrEqual(teamsOf(unit, 2));
    }
  }
};

describe('a schedule under any commands', () => {
  it('keeps gaps, caps, teams, recusals and modes apart, whatever is ordered in whatever order, each message once or twice', async () => {
    let [done, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 4, maxLength: 24 }),
        fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 60, maxLength: 60 }),
        fc.nat(2),
        async (steps, deliveries, held) => {
          const ports = await aDistrict({ settings, units, businesses });
          const work = async (most: number) => {
            const queue = ports.queues.sent.schedule;
            while (queue.length > most) {
              const message = queue.shift();
              if (!message) return;
              for (let times = deliveries.shift() ?? 1; times > 0; times -= 1) await applyCommand(ports, message);
              await expectSound(ports);
            }
          };
          for (const [n, one] of steps.entries()) {
            await order(ports, one, n);
            await work(held);
          }
          await work(0);
          for (const { status, outbox } of ports.commands.stored.values()) {
            expect(outbox).toBeUndefined();
            if (status === 'done') done += 1;
            else refused += 1;
          }
        },
      ),
      { numRuns: 100 },
    );
    expect(done).toBeGreaterThan(50);
    expect(refused).toBeGreaterThan(10);
  }, 120_000);
});
