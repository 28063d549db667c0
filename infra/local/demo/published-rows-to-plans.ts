import type * as z from 'zod';
import type { submitPlan } from '../../../lib/contract/plans.ts';
import { addDays, daysBetween } from '../../../lib/domain/catalogue/calendar.ts';
import type { Window } from '../../../lib/domain/plans/plan.ts';
import type { DemoItem } from './catalogue.ts';
import { type DepartmentCode, departmentPublishedAs } from './departments.ts';
import { demoIndustries, type IndustryCode, industriesPublishedAs } from './industries.ts';
import { itemsAskedOf } from './items-asked-of.ts';
import type { PublishedRow } from './published-plans.ts';
import { publishedShare } from './published-share.ts';

export type PlanBody = z.input<typeof submitPlan>;

/** A plan as its planner submits it. */
export type DepartmentPlan = { readonly department: DepartmentCode; readonly body: PlanBody };

const leastDays = 14;

/** What joint random inspections rest on; the items bring their own laws beside it. */
const jointInspectionBasis =
  '《国务院关于在市场监管领域全面推行部门联合“双随机、一公开”监管的意见》（国发〔2019〕5号）';

/** How much of its year lies before a day. */
const shareOfYear = (date: string): number => daysBetween(`${date.slice(0, 4)}-01-01`, date) / 365;

/** The months of a published year moved into the horizon: what lay in the middle of the year lies in the middle of it. */
const windowIn = ({ from, to }: PublishedRow, horizon: Window): Window => {
  const days = daysBetween(horizon.notBefore, horizon.due) + 1;
  const start = from === '' ? 0 : Math.floor(shareOfYear(from) * days);
  const end = to === '' ? days : Math.min(days, Math.ceil((shareOfYear(to) + 1 / 365) * days));
  const first = Math.max(0, Math.min(start, end - leastDays));
  const last = Math.min(days, Math.max(end, first + leastDays)) - 1;
  return { notBefore: addDays(horizon.notBefore, first), due: addDays(horizon.notBefore, last) };
};

const mapped = <T>(value: T | undefined, row: PublishedRow, what: string): T => {
  if (value === undefined) throw new Error(`published plans: ${what} of “${row.item}” (${row.source}) maps to nothing`);
  return value;
};

const departmentsOf = (row: PublishedRow): readonly DepartmentCode[] => [
  ...new Set([row.initiator, ...row.partners].map((name) => mapped(departmentPublishedAs(name), row, name))),
];

/** The item of the row's own name, owned by the department that initiates or by a partner. */
const itemOf = (row: PublishedRow, catalogue: readonly DemoItem[], departments: readonly DepartmentCode[]): DemoItem =>
  mapped(
    catalogue.find(({ item, department }) => item.name === row.item && departments.includes(department)),
    row,
    'the item',
  );

/**
 * The published rows as plans of their initiating departments. Rows that differ only in their item are one plan; several
 * objects are one plan each, since a draw is made within an industry. A department without an item of its own among the
 * rows brings one or two from its catalogue. The source is the approval's reference.
 * @param horizon where the published months are moved
 * @throws where a department, an object, a ratio or an item isn't known to the demo district
 */
export const publishedRowsToPlans = (
  rows: readonly PublishedRow[],
  catalogue: readonly DemoItem[],
  horizon: Window,
): readonly DepartmentPlan[] => {
  const groups = Map.groupBy(rows, ({ item: _, ...rest }) => JSON.stringify(rest));
  return [...groups.values()].flatMap((group) => {
    const [row] = group;
    if (row === undefined) return [];
    const departments = departmentsOf(row);
    const named = group.map((each) => itemOf(each, catalogue, departments));
    const share = mapped(publishedShare(row.ratio), row, `the ratio ${row.ratio}`);

    const planFor = (industry: IndustryCode): DepartmentPlan => {
      const silent = departments.filter((department) => !named.some((item) => item.department === department));
      const items = [
        ...named,
        ...silent.flatMap((department) => itemsAskedOf(catalogue, department, industry, horizon.due)),
      ];
      const [initiator = 'market', ...partners] = departments;
      const objects = demoIndustries.find(({ code }) => code === industry)?.zh ?? industry;
      return {
        department: initiator,
        body: {
          title: row.task.includes(objects) ? row.task : `${row.task}（${objects}）`,
          type: 'routine',
          mode: 'announced',
          window: windowIn(row, horizon),
          items: [...new Set(items.map(({ item }) => item.itemId))],
          legalBasis: jointInspectionBasis,
          approval: { by: '上城区双随机抽查联席会议', reference: row.source },
          partners,
          draw: { industry, ...share, seed: `${row.source}/${row.task}/${row.ratio}/${industry}` },
        },
      };
    };
    return mapped(industriesPublishedAs(row.objects), row, 'an object').map(planFor);
  });
};
