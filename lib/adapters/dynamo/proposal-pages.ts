import type { Proposal } from '../../app/ports/centre-ports.ts';
import { chunksOf } from './bounded.ts';
import { numbered } from './keys.ts';
import { pack } from './record-body.ts';
import type { StoredItem } from './stored-item.ts';

// One partition per attempt: VISITS#n, UNSCHED#n, OUT#<planId>#n, RETURNED#n. Visits go by pages of what one
// publishing step writes; the rest by what reads well in one go.
export const visitsPerPage = 100;
const rowsPerPage = 500;

export const visitsSk = (page: number): string => `VISITS#${numbered(page)}`;
export const outcomesPrefix = (planId: string): string => `OUT#${planId}#`;
export const returnedSk = (page: number): string => `RETURNED#${numbered(page)}`;
export const unscheduledPrefix = 'UNSCHED#';
export const visitsPrefix = 'VISITS#';
export const returnedPrefix = 'RETURNED#';

const pagesOf = (pk: string, prefix: string, rows: readonly unknown[], size: number): StoredItem[] =>
  chunksOf(rows, size).map((chunk, page) => ({ pk, sk: `${prefix}${numbered(page)}`, body: pack(chunk) }));

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);

export const proposalToPages = (pk: string, { visits, unscheduled, outcomes }: Proposal): StoredItem[] => {
  const inOrder = visits.toSorted((a, b) => compare(a.day, b.day) || compare(a.businessId, b.businessId));
  return [
    ...pagesOf(pk, visitsPrefix, inOrder, visitsPerPage),
    ...pagesOf(pk, unscheduledPrefix, unscheduled, rowsPerPage),
    ...[...outcomes].flatMap(([planId, rows]) => pagesOf(pk, outcomesPrefix(planId), rows, rowsPerPage)),
  ];
};
