import type { Plans } from '../../app/ports/plan-ports.ts';
import type { Plan, RequestRow } from '../../domain/plans/plan.ts';
import type { Scope } from '../../domain/principal.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { planIsVisible } from '../visible.ts';
import { putVersion } from './conditional-write.ts';
import { listName, readCursor } from './cursor.ts';
import { fillPage, type Placed } from './fill-page.ts';
import { headerSk, planPk, plansOf } from './keys.ts';
import { readRowPages, rowsOfOneBusiness, writeRows } from './plan-pages.ts';
import { everything, queryPages } from './query.ts';
import { unpack } from './record-body.ts';
import { getItem, type StoredItem } from './stored-item.ts';
import type { Table } from './table.ts';

const headerOf = ({ district, planId }: Plan): StoredItem => ({
  pk: planPk(district, planId),
  sk: headerSk,
  listPk: plansOf(district),
  listSk: planId,
});

/** The plans a scope sees, newest first, from below `before` on. */
async function* visiblePlans(table: Table, scope: Scope, before?: string): AsyncGenerator<readonly Plan[], void> {
  const range = before === undefined ? everything : { ...everything, to: before };
  const query = { index: 'byList', partition: plansOf(scope.district), range, order: 'descending' } as const;
  for await (const page of queryPages(table, query)) {
    yield page
      .filter(({ listSk }) => listSk !== before)
      .map(({ body }) => unpack<Plan>(body))
      .filter((plan) => planIsVisible(scope, plan));
  }
}

const rowPosition = (batch: number, sk: string, index: number): string => `${batch}\n${index}\n${sk}`;

/** Rows after the one at `position`, which may be anything a caller made up. */
async function* rowsAfter(
  table: Table,
  plan: Plan,
  position = '',
): AsyncGenerator<readonly Placed<RequestRow>[], void> {
  const [batchText = '', indexText = '', firstSk = ''] = position.split('\n', 3);
  const firstBatch = Number.parseInt(batchText, 10) || 0;
  const seen = Number.parseInt(indexText, 10) + 1 || 0;
  for await (const { batch, sk, rows } of readRowPages(table, plan, firstBatch, firstSk)) {
    const start = batch === firstBatch && sk === firstSk ? seen : 0;
    yield rows.slice(start).map((row, index) => ({ row, position: rowPosition(batch, sk, start + index) }));
  }
}

/** A plan is its header, one item with a version, and immutable pages of rows that count once the header lists their batch. */
export const dynamoPlans = (table: Table): Plans => ({
  writeBatch: ({ district }, planId, batchId, rows) => writeRows(table, { district, planId }, batchId, rows),
  create: (plan) => putVersion(table, headerOf(plan), plan, 0),
  change: (plan) => putVersion(table, headerOf(plan), plan),

  async find(scope, planId) {
    const found = await getItem(table, { pk: planPk(scope.district, planId), sk: headerSk });
    const plan = found && unpack<Plan>(found.body);
    return plan && planIsVisible(scope, plan) ? plan : undefined;
  },

  async list(scope, { limit, cursor, department, status }) {
    const list = listName(plansOf(scope.district), scope);
    const place = readCursor(list, cursor);
    if (isRefusal(place)) return place;
    const { after } = place;
    async function* pages() {
      for await (const plans of visiblePlans(table, scope, after)) {
        yield plans
          .filter((plan) => department === undefined || [plan.department, ...plan.partners].includes(department))
          .filter((plan) => status === undefined || plan.status === status)
          .map((row) => ({ row, position: row.planId }));
      }
    }
    return fillPage(list, limit, pages());
  },

  async open(scope) {
    const open: Plan[] = [];
    for await (const plans of visiblePlans(table, scope)) {
      open.push(...plans.filter(({ status }) => status === 'submitted' || status === 'consolidated'));
    }
    return open;
  },

  async rows(plan, { limit, cursor }) {
    const list = planPk(plan.district, plan.planId);
    const place = readCursor(list, cursor);
    return isRefusal(place) ? place : fillPage(list, limit, rowsAfter(table, plan, place.after));
  },

  rowsOfBusiness: (plan, businessId) => rowsOfOneBusiness(table, plan, businessId),

  async *pages(plan) {
    for await (const { rows } of readRowPages(table, plan)) yield rows;
  },
});
