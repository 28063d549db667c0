import type { Plan, RequestBatch, RequestRow } from '../../domain/plans/plan.ts';
import { writePages } from './batch.ts';
import { mapBounded } from './bounded.ts';
import { planPk } from './keys.ts';
import { beginsWith, queryPages } from './query.ts';
import { pack, unpack } from './record-body.ts';
import type { StoredItem } from './stored-item.ts';
import type { Table } from './table.ts';

// 250 rows compress to about 3 KB: a row costs an eightieth of a write unit, one business's rows one read unit a batch.
const rowsPerPage = 250;

const batchSk = (batchId: string): string => `PAGE#${batchId}#`;

/** Runs of about `rowsPerPage` rows, sorted by business; a business's rows never part, so one page has all of them. */
export const rowsToPages = (rows: readonly RequestRow[]): RequestRow[][] => {
  const sorted = rows.toSorted((a, b) => Number(a.businessId > b.businessId) - Number(a.businessId < b.businessId));
  const pages: RequestRow[][] = [];
  for (const row of sorted) {
    const page = pages.at(-1);
    const isFull = page && page.length >= rowsPerPage && page.at(-1)?.businessId !== row.businessId;
    if (page && !isFull) page.push(row);
    else pages.push([row]);
  }
  return pages;
};

export const writeRows = async (
  table: Table,
  { district, planId }: Pick<Plan, 'district' | 'planId'>,
  batchId: string,
  rows: readonly RequestRow[],
): Promise<RequestBatch> => {
  const pages = rowsToPages(rows);
  const items = pages.map((page) => ({
    pk: planPk(district, planId),
    sk: `${batchSk(batchId)}${page[0]?.businessId}`,
    body: pack(page),
  }));
  await writePages(table, items);
  return { batchId, rows: rows.length, pages: pages.length };
};

export type StoredPage = { readonly sk: string; readonly rows: readonly RequestRow[] };

const toPage = ({ sk, body }: StoredItem): StoredPage => ({ sk, rows: unpack<readonly RequestRow[]>(body) });

/** The pages of the plan's batches in their order, from batch `firstBatch` and its page of sort key `firstSk` on. */
export async function* readRowPages(
  table: Table,
  plan: Plan,
  firstBatch = 0,
  firstSk = '',
): AsyncGenerator<StoredPage & { readonly batch: number }, void> {
  for (const [batch, { batchId }] of plan.batches.entries()) {
    if (batch < firstBatch) continue;
    const whole = beginsWith(batchSk(batchId));
    const range = batch === firstBatch && firstSk > whole.from ? { ...whole, from: firstSk } : whole;
    for await (const items of queryPages(table, { partition: planPk(plan.district, plan.planId), range })) {
      for (const item of items) yield { ...toPage(item), batch };
    }
  }
}

/** One query a batch: the last page that begins at or before the business is the only one that can hold it. */
export const rowsOfOneBusiness = async (table: Table, plan: Plan, businessId: string): Promise<RequestRow[]> => {
  const found = await mapBounded(plan.batches, 8, async ({ batchId }) => {
    const range = { from: batchSk(batchId), to: `${batchSk(batchId)}${businessId}` };
    const query = { partition: planPk(plan.district, plan.planId), range, order: 'descending', pageSize: 1 } as const;
    for await (const [item] of queryPages(table, query)) return item ? toPage(item).rows : [];
    return [];
  });
  return found.flat().filter((row) => row.businessId === businessId);
};
