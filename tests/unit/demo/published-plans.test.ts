import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { demoCatalogue } from '../../../infra/local/demo/catalogue.ts';
import { demoDistrict, demoHorizon } from '../../../infra/local/demo/demo-district.ts';
import { ordinaryPlans } from '../../../infra/local/demo/ordinary-plans.ts';
import { parsePublishedPlans } from '../../../infra/local/demo/published-plans.ts';
import { publishedRowsToPlans } from '../../../infra/local/demo/published-rows-to-plans.ts';
import { publishedShare } from '../../../infra/local/demo/published-share.ts';
import { sha256 } from '../../../lib/app/sha256.ts';
import { submitPlan } from '../../../lib/contract/plans.ts';
import { isInForce } from '../../../lib/domain/catalogue/catalogue.ts';
import { drawSubjects } from '../../../lib/domain/draws/draw-subjects.ts';
import { resolveTarget } from '../../../lib/domain/plans/target-rules.ts';

const csv = readFileSync(new URL('../../../docs/examples/published-plans.csv', import.meta.url), 'utf8');
const rows = parsePublishedPlans(csv);
const today = '2026-11-22';
const catalogue = demoCatalogue(today);
const horizon = { notBefore: '2026-12-01', due: '2027-01-11' };
const plans = publishedRowsToPlans(rows, catalogue, horizon);
const named = (title: string) => plans.filter(({ body }) => body.title === title);

describe('reading the published rows', () => {
  test('all 29 rows come out with their partners', () => {
    expect(rows).toHaveLength(29);
    expect(rows[3]).toMatchObject({
      task: '宾馆、旅店监督抽查',
      initiator: '公安部门',
      partners: ['城乡建设部门', '卫生健康部门', '市场监管部门', '消防救援机构'],
    });
  });

  test('a quoted field may hold commas and quotes', () => {
    const header = csv.split('\n', 1)[0];
    const [row] = parsePublishedPlans(`${header}\n"a, ""b""",2024,t,i,o,10%,x,y;z,,\n`);
    expect(row).toMatchObject({ source: 'a, "b"', ratio: '10%', partners: ['y', 'z'], from: '', to: '' });
  });

  test('another header or a short line is a defect of the file', () => {
    expect(() => parsePublishedPlans('a,b\n')).toThrow('header');
    expect(() => parsePublishedPlans(`${csv}x,y\n`)).toThrow('line 31: 2 fields');
  });
});

test.each([
  ['20%', { ratio: 0.2 }],
  ['0.5%', { ratio: 0.005 }],
  ['10%-20%', { ratio: 0.15 }],
  ['3%;2次/年', { ratio: 0.03 }],
  ['1户', { count: 1 }],
  ['', { ratio: 0.1 }],
  ['some', undefined],
])('the published ratio “%s” is drawn as %j', (text, share) => {
  expect(publishedShare(text)).toEqual(share);
});

describe('published rows as plans', () => {
  test('every row’s item stands in a plan under the name it was published with', () => {
    const asked = new Set(plans.flatMap(({ body }) => body.items));
    const names = new Set(catalogue.filter(({ item }) => asked.has(item.itemId)).map(({ item }) => item.name));
    expect(rows.map(({ item }) => item).filter((item) => !names.has(item))).toEqual([]);
  });

  test('rows that differ only in their item are one plan of the initiator with all its partners', () => {
    const [plan, ...rest] = named('宾馆、旅店监督抽查').filter(({ body }) => body.draw?.ratio === 0.1);
    expect(rest).toEqual([]);
    expect(plan?.department).toBe('police');
    expect(plan?.body.partners).toEqual(['housing', 'health', 'market', 'fire']);
    expect(plan?.body.draw).toMatchObject({ industry: 'hotel', ratio: 0.1 });
  });

  test('objects of two industries are drawn in each', () => {
    const drawn = plans.filter(({ body }) => body.draw?.ratio === 0.5).map(({ body }) => body.draw?.industry);
    expect(drawn).toEqual(['school', 'kindergarten']);
  });

  test('two names of one authority don’t make it its own partner', () => {
    const [bookshops] = named('出版物零售单位抽查');
    expect(bookshops).toMatchObject({ department: 'culture', body: { partners: [] } });
  });

  test('every department of a plan has an item in it that can be asked of its industry and needs a visit', () => {
    for (const { department, body } of plans) {
      const entries = catalogue.filter(({ item }) => body.items.includes(item.itemId));
      const owners = new Set(entries.map((entry) => entry.department));
      expect(owners).toEqual(new Set([department, ...(body.partners ?? [])]));
      for (const { item, industries } of entries) {
        expect(industries).toContain(body.draw?.industry);
        expect(item.remote).toBe(false);
      }
    }
  });

  test('a published span of months keeps its place: all year the whole horizon, May to October its middle', () => {
    expect(named('企业年度报告抽查')[0]?.body.window).toEqual(horizon);
    expect(named('学校办学情况抽查（中小学校）')[0]?.body.window).toEqual({
      notBefore: '2026-12-14',
      due: '2027-01-05',
    });
  });

  test('what the demo district doesn’t know is named', () => {
    const [row] = rows;
    if (row === undefined) throw new Error('no rows');
    expect(() => publishedRowsToPlans([{ ...row, objects: '动物园' }], catalogue, horizon)).toThrow('an object');
    expect(() => publishedRowsToPlans([{ ...row, initiator: '林业部门' }], catalogue, horizon)).toThrow('林业部门');
    expect(() => publishedRowsToPlans([{ ...row, ratio: '若干' }], catalogue, horizon)).toThrow('若干');
  });
});

test('on any day from 2026 to 2030 all plans are ones that submit-plan takes, inside the horizon, with items in force', () => {
  const anyDay = fc
    .date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2030-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(anyDay, (day) => {
      const { businesses, items } = demoDistrict(day);
      const within = demoHorizon(day);
      const known = new Set(businesses.map(({ businessId }) => businessId));
      const all = [
        ...publishedRowsToPlans(rows, demoCatalogue(day), within),
        ...ordinaryPlans(businesses, demoCatalogue(day), within),
      ];
      for (const { body } of all) {
        const plan = submitPlan.parse(body);
        expect(plan.window.notBefore >= within.notBefore && plan.window.due <= within.due).toBe(true);
        expect(plan.businesses?.every(({ businessId }) => known.has(businessId)) ?? true).toBe(true);
        for (const id of plan.items) {
          const item = items.find(({ itemId }) => itemId === id);
          expect(item && isInForce(item, plan.window.notBefore) && isInForce(item, plan.window.due)).toBe(true);
        }
      }
    }),
    { numRuns: 12 },
  );
});

test('published and own plans together ask for some 1 200 visits, several to most of the businesses they name', () => {
  const { businesses, items } = demoDistrict(today);
  const owner = new Map(items.map((item) => [item.itemId, item.department]));
  const requestsOf = ({ body }: { readonly body: z.input<typeof submitPlan> }) => {
    const plan = submitPlan.parse(body);
    const population = businesses.filter(({ industry }) => industry === plan.draw?.industry);
    const subjects = plan.businesses ?? drawSubjects(population, plan.draw ?? {}, plan.draw?.seed ?? '', sha256);
    return subjects
      .map((subject) => resolveTarget(subject, plan))
      .flatMap(({ businessId, items: asks }) => [...new Set(asks.map((id) => owner.get(id)))].map(() => businessId));
  };
  const requests = [...plans, ...ordinaryPlans(businesses, catalogue, horizon)].flatMap(requestsOf);
  const asked = new Set(requests);
  expect(requests.length).toBeGreaterThan(1100);
  expect(requests.length).toBeLessThan(1400);
  expect(requests.length / asked.size).toBeGreaterThan(2);
});
