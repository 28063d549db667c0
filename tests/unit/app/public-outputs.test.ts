import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultsToCsv } from '../../../lib/app/field/results-to-csv.ts';
import { creditFeed } from '../../../lib/app/publication/credit-feed.ts';
import { publicResults } from '../../../lib/app/publication/public-results.ts';
import { publicVisits } from '../../../lib/app/publication/public-visits.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/refusal.ts';
import { type Visit, visitStatuses } from '../../../lib/domain/visits/visit.ts';
import { aRequest } from '../../support/a-request.ts';
import { aCheck, anAttendance, aVisit } from '../../support/a-visit.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

// Nothing that a person is called, wrote or is reached at is in what anyone may read. Every text of a visit is marked but those
// that are public by what they are; a field that is added to visits later is marked too.

const at = '2026-12-30T02:00:00.000Z';

/** A visit with everything that people leave on one. */
const full = (): Visit =>
  aVisit({
    day: '2026-12-30',
    doneAt: at,
    contacts: { phone: '13800000001', email: 'zhang@x.example', webhook: 'https://x.example/hook' },
    checkIns: [{ unitId: 'fire', at, by: 'inspector-1' }] as never,
    attending: [
      anAttendance({
        checks: [
          aCheck({
            outcome: 'finding',
            reason: '张三不在场',
            recordedAt: at,
            recordedBy: 'inspector-1',
            findings: [
              {
                findingId: 'f1',
                description: '经营者张三未持证',
                severity: 'minor',
                evidence: ['photo-1'],
                due: '2027-01-10',
                status: 'open',
              },
            ],
            earlier: [
              {
                version: 1,
                outcome: 'compliant',
                reason: '李四说的',
                recordedAt: at,
                recordedBy: 'inspector-2',
                corrects: { version: 1, reason: '李四记错' },
              },
            ],
          }),
        ],
      }),
    ],
    wishes: [{ day: '2026-12-29', start: '09:00', words: '请打 13800000001', at, commandId: 'c1' }] as never,
    rating: { score: 5, words: '张三很好', at } as never,
    withdrawal: { requestedAt: at, requestedBy: 'planner-1', reason: '张三申诉', decideBy: '2027-01-06' },
    history: [{ at, by: 'inspector-1', action: 'done', reason: '张三签字' }],
  });

/** Where a text of a visit is public by what it is: what was checked, where, when, by which authority, with which outcome. */
const isPublicPlace = (path: string): boolean =>
  /^(district|visitId|businessId|businessName|street|grid|day|start|end|mode|status|doneAt|code)$/.test(path) ||
  /^attending\.\d+\.(department|checks\.\d+\.(itemId|name|outcome|recordedAt))$/.test(path) ||
  /^attending\.\d+\.checks\.\d+\.findings\.\d+\.(severity|status)$/.test(path) ||
  /^attending\.\d+\.checks\.\d+\.earlier\.\d+\.(outcome|recordedAt)$/.test(path) ||
  /^withdrawal\.(requestedAt|decideBy|decision\.(decided|at))$/.test(path) ||
  /^notice\.(kind|status|dueAt)$/.test(path);

/** The same with a mark of its own on every text that is not public. */
const marked = (node: unknown, mark: string, path = ''): unknown => {
  if (typeof node === 'string') return isPublicPlace(path) ? node : `${mark}${path}`;
  if (Array.isArray(node)) return node.map((one, n) => marked(one, mark, `${path}.${n}`));
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, marked(value, mark, path ? `${path}.${key}` : key)]),
  );
};

const outputs = async (visit: Visit): Promise<string> => {
  const ports = { ...fakePorts(), ownDistrict: visit.district };
  await ports.visits.create(visit);
  const calendar = { year: 2026, holidays: [], makeUpDays: [], provisional: false };
  await ports.calendars.put(visit, calendar, 0);
  const query = { from: '2026-12-01' };
  const must = <View>(answer: View | Refusal): View => {
    if (isRefusal(answer)) throw new Error(answer.refused);
    return answer;
  };
  const results = must(await publicResults(ports, aRequest('public-results', { query })));
  const visits = must(await publicVisits(ports, aRequest('public-visits', { query })));
  const feed = must(await creditFeed(ports, aRequest('credit-feed', { query: {}, now: '2027-01-05T00:00:00.000Z' })));
  const read = { ...feed, nextCursor: Buffer.from(feed.nextCursor, 'base64url').toString() };
  return JSON.stringify([results, visits, read]) + resultsToCsv(results);
};

const decisions = [
  undefined,
  { decided: 'withdrawn', at, by: 'admin-1', reason: '张三申诉成立' },
  { decided: 'kept', at, by: 'admin-1', reason: '张三申诉不成立' },
] as const;

describe('whatever anyone may read', () => {
  it('has nothing in it of what people are called, wrote, or are reached at', async () => {
    const cases = fc.record({
      status: fc.constantFrom(...visitStatuses),
      mode: fc.constantFrom('announced' as const, 'unannounced' as const),
      decision: fc.constantFrom(...decisions),
      mark: fc.stringMatching(/^[A-Z]{4,8}$/).map((letters) => `¦${letters}¦`),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ status, mode, decision, mark }) => {
        const visit = full();
        const withdrawal = visit.withdrawal && { ...visit.withdrawal, ...(decision ? { decision } : {}) };
        const shown = await outputs(marked({ ...visit, status, mode, withdrawal }, mark) as Visit);
        expect(shown.includes(mark), shown).toBe(false);
      }),
      { numRuns: 120 },
    );
  });

  it('does have in it what a result is: the marks are not missed because nothing is shown', async () => {
    const shown = await outputs(marked({ ...full(), status: 'done' }, '¦M¦') as Visit);
    for (const told of ['江畔旅馆', '消防通道检查', 'finding', '91330102MA2AAAAA0A']) expect(shown).toContain(told);
    expect(shown).not.toContain(full().visitId);
    expect(shown).not.toContain(full().code);
  });
});
