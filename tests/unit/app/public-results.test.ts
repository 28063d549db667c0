import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicResults } from '../../../lib/app/publication/public-results.ts';
import { publicResultPage } from '../../../lib/contract/visits.ts';
import { type Visit, visitStatuses } from '../../../lib/domain/visits/visit.ts';
import { aRequest } from '../../support/a-request.ts';
import { aCheck, anAttendance, aVisit } from '../../support/a-visit.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const scope = { district: 'shangcheng' };
const calendar = { year: 2026, holidays: ['2026-12-25'], makeUpDays: [], provisional: false };

const standing = async (...visits: readonly Visit[]) => {
  const ports = { ...fakePorts(), ownDistrict: 'shangcheng' };
  for (const visit of visits) await ports.visits.create(visit);
  await ports.calendars.put(scope, calendar, 0);
  return ports;
};
const ask = async (ports: Awaited<ReturnType<typeof standing>>, query: object = {}) => {
  const request = aRequest('public-results', { query: { from: '2026-12-01', ...query } });
  const page = await publicResults(ports, request);
  if ('refused' in page) throw new Error(page.refused);
  return page;
};

const finding = {
  findingId: 'f1',
  description: '店员张三未持健康证',
  severity: 'minor',
  evidence: ['张三.jpg'],
  due: '2026-12-20',
  status: 'open',
} as const;
const done = aVisit({
  status: 'done',
  doneAt: '2026-12-01T17:00:00.000Z', // past midnight in the district
  day: '2026-12-01',
  attending: [
    anAttendance({
      checks: [
        aCheck({ outcome: 'finding', findings: [finding, { ...finding, severity: 'major' }], recordedBy: '甲一' }),
        aCheck({ itemId: 'I0002', outcome: 'not-checked', reason: '张三不在' }),
      ],
    }),
  ],
});

describe('the published results', () => {
  it('are outcomes and numbers of findings, from the day the visit was done, with the day they were due by', async () => {
    const page = await ask(await standing(done));
    expect(publicResultPage.safeParse(page).error).toBeUndefined();
    expect(page.items).toEqual([
      {
        resultId: expect.stringMatching(/^[0-9a-f]{24}$/),
        day: '2026-12-01',
        publishedOn: '2026-12-02',
        publishBy: '2026-12-31', // 20 working days, Christmas free in this calendar
        businessName: '江畔旅馆',
        street: 'S03',
        departments: ['fire'],
        items: [
          {
            itemId: 'I0001',
            name: '消防通道检查',
            department: 'fire',
            outcome: 'finding',
            findings: { count: 2, minor: 1, major: 1 },
          },
          {
            itemId: 'I0002',
            name: '消防通道检查',
            department: 'fire',
            outcome: 'not-checked',
            findings: { count: 0, minor: 0, major: 0 },
          },
        ],
      },
    ]);
  });

  it('name no people: nobody who came, nobody whom a finding mentions, no address to reach anyone', async () => {
    const text = JSON.stringify(await ask(await standing(done)));
    expect(text).not.toMatch(/张三|甲一|甲二|ZJ-|example\.com|0571|ABCD2345|91330102MA2AAAAA0A/);
  });

  it('leave the deadline out where the calendar ends, and stay the same records', async () => {
    const late = { ...done, day: '2026-12-20', doneAt: '2026-12-20T03:00:00.000Z' };
    const [before] = (await ask(await standing(done))).items;
    const [after] = (await ask(await standing(late))).items;
    expect(after?.publishBy).toBeUndefined();
    expect(after?.resultId).toBe(before?.resultId);
  });

  it('are of done visits only, whatever else stands, page by page', async () => {
    const visit = fc.record({
      day: fc.constantFrom('2026-12-01', '2026-12-02'),
      slot: fc.nat(3),
      mode: fc.constantFrom('announced' as const, 'unannounced' as const),
      status: fc.constantFrom(...visitStatuses),
    });
    const walk = async (ports: Awaited<ReturnType<typeof standing>>, limit: number) => {
      const pages = [await ask(ports, { limit })];
      for (let cursor = pages.at(-1)?.nextCursor; cursor && pages.length < 50; cursor = pages.at(-1)?.nextCursor) {
        pages.push(await ask(ports, { limit, cursor }));
      }
      return pages;
    };
    await fc.assert(
      fc.asyncProperty(fc.array(visit, { maxLength: 10 }), fc.integer({ min: 1, max: 4 }), async (some, limit) => {
        const visits = some.map((overrides, n) => aVisit({ visitId: `B-${n}.v`, businessId: `B-${n}`, ...overrides }));
        const over = visits.filter(({ status }) => ['done', 'closed'].includes(status));
        const pages = await walk(await standing(...visits), limit);
        expect(pages).toEqual(await walk(await standing(...over), limit));
        expect(pages.flatMap(({ items }) => items)).toHaveLength(over.length);
      }),
      { numRuns: 40 },
    );
  });

  it('are empty where nothing is done, and refuse a made-up cursor', async () => {
    const ports = await standing(aVisit());
    expect(await ask(ports)).toEqual({ items: [] });
    expect(await publicResults(ports, aRequest('public-results', { query: { cursor: 'made-up' } }))).toMatchObject({
      refused: 'malformed',
      errors: [{ path: 'cursor' }],
    });
  });
});
