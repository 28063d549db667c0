import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { VisitFilter, Visits } from '../../app/ports/visit-ports.ts';
import type { Scope } from '../../domain/principal.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { DayClaims } from '../../domain/schedule/day-claims.ts';
import type { Visit, VisitSummary } from '../../domain/visits/visit.ts';
import { visitIsVisible, visitMatches } from '../visible.ts';
import { visitToSummary } from '../visit-summary.ts';
import { readItems } from './batch.ts';
import { chunksOf } from './bounded.ts';
import { putOver, putVersion, recordItem } from './conditional-write.ts';
import { listName, readCursor } from './cursor.ts';
import { fillPage, type Placed } from './fill-page.ts';
import { businessPk, dayClaimsKey, publicChangesOf, visitKey, visitsOfMonth } from './keys.ts';
import { after, beginsWith, last, queryAll, queryPages } from './query.ts';
import { unpack } from './record-body.ts';
import { getItem, type StoredItem } from './stored-item.ts';
import type { Table } from './table.ts';
import { dayPosition, toSummary, visitAttributes } from './visit-item.ts';

const toVisit = ({ body }: StoredItem): Visit => unpack<Visit>(body);
const isVisible = (scope: Scope, visit: Visit): boolean => visitIsVisible(scope, visitToSummary(visit));

const monthsOf = (from: string, to: string): string[] => {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); ) {
    months.push(month);
    month = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1)).toISOString().slice(0, 7);
  }
  return months;
};

/** The day index in order, a page per round trip; `position` is where to go on, if not at the beginning of `from`. */
async function* readSummaries(
  table: Table,
  scope: Scope,
  { from, to }: Pick<VisitFilter, 'from' | 'to'>,
  position = '',
): AsyncGenerator<readonly VisitSummary[], void> {
  const start = position > from ? after(position) : from;
  for (const month of monthsOf(from, to).filter((candidate) => candidate >= start.slice(0, 7))) {
    const range = {
      from: start.startsWith(month) ? start : month,
      to: to.startsWith(month) ? `${to}#${last}` : `${month}-${last}`,
    };
    for await (const items of queryPages(table, {
      index: 'byDay',
      partition: visitsOfMonth(scope.district, month),
      range,
    })) {
      yield items.map(toSummary).filter((visit) => visitIsVisible(scope, visit));
    }
  }
}

const readVisits = async (table: Table, { district }: Scope, visitIds: readonly string[]): Promise<Visit[]> => {
  const keys = visitIds.flatMap((visitId) => visitKey(district, visitId) ?? []);
  return (await readItems(table, keys)).map(toVisit);
};

const visitsOfBusiness = async (table: Table, scope: Scope, businessId: string): Promise<Visit[]> => {
  const partition = businessPk(scope.district, businessId);
  const stored = await queryAll(table, { partition, range: beginsWith('VISIT#') });
  const visits = stored.map(toVisit).filter((visit) => isVisible(scope, visit));
  return visits.sort((a, b) => (dayPosition(a) < dayPosition(b) ? -1 : 1));
};

/** Each visit is one item of its business's partition; the day index holds what lists and figures need of it. */
export const dynamoVisits = (table: Table): Visits => ({
  async create(visit) {
    return (await putOver(table, recordItem(visitAttributes(visit), visit).item, 0)) ? 'stored' : 'conflict';
  },
  change: (visit) => putVersion(table, visitAttributes(visit), visit),

  async find(scope, visitId) {
    const key = visitKey(scope.district, visitId);
    const stored = key && (await getItem(table, key));
    const visit = stored && toVisit(stored);
    return visit && isVisible(scope, visit) ? visit : undefined;
  },

  async findByCode(code) {
    const { Items } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: 'byCode',
        KeyConditionExpression: 'code = :code',
        ExpressionAttributeValues: { ':code': code },
      }),
    );
    const [key] = Items ?? [];
    const stored = key && (await getItem(table, { pk: key.pk, sk: key.sk }));
    return stored?.code === code ? toVisit(stored) : undefined;
  },

  async some(scope, visitIds) {
    const visits = await readVisits(table, scope, visitIds);
    return new Map(visits.filter((visit) => isVisible(scope, visit)).map((visit) => [visit.visitId, visit]));
  },

  ofBusiness: (scope, businessId) => visitsOfBusiness(table, scope, businessId),

  async list(scope, filter) {
    const list = listName(visitsOfMonth(scope.district, ''), scope);
    const place = readCursor(list, filter.cursor);
    if (isRefusal(place)) return place;
    const { after: position = '' } = place;
    const placed = (visit: Visit): Placed<Visit> => ({ row: visit, position: dayPosition(visit) });
    const matches = (visit: Visit) => isVisible(scope, visit) && visitMatches(filter, visitToSummary(visit));

    async function* ofBusiness(businessId: string): AsyncGenerator<readonly Placed<Visit>[], void> {
      const visits = (await visitsOfBusiness(table, scope, businessId)).filter(matches).map(placed);
      yield visits.filter((visit) => visit.position > position);
    }
    async function* ofDays(): AsyncGenerator<readonly Placed<Visit>[], void> {
      for await (const summaries of readSummaries(table, scope, filter, position)) {
        const wanted = summaries.filter((visit) => visitMatches(filter, visit));
        for (const some of chunksOf(wanted, filter.limit + 1)) {
          const visits = (
            await readVisits(
              table,
              scope,
              some.map(({ visitId }) => visitId),
            )
          ).filter(matches);
          const found = new Map(visits.map((visit) => [dayPosition(visit), visit]));
          yield some.flatMap((summary) => {
            const visit = found.get(dayPosition(summary)); // absent where the visit moved after the index was read
            return visit ? [placed(visit)] : [];
          });
        }
      }
    }
    const pages = filter.businessId === undefined ? ofDays() : ofBusiness(filter.businessId);
    return fillPage(list, filter.limit, pages);
  },

  async *publicChanges(scope, from, until) {
    const range = { from: from || ' ', to: `${until}#${last}` };
    const partition = publicChangesOf(scope.district);
    for await (const keys of queryPages(table, { index: 'byPublication', partition, range, pageSize: 100 })) {
      const visits = new Map((await readItems(table, keys)).map((item) => [item.sk, toVisit(item)]));
      yield keys.flatMap(({ sk }) => visits.get(sk) ?? []);
    }
  },

  summaries: (scope, from, to) => readSummaries(table, scope, { from, to }),

  async dayClaims({ district }, days) {
    const stored = await readItems(
      table,
      days.map((day) => dayClaimsKey(district, day)),
    );
    return new Map(stored.map(({ body }) => unpack<DayClaims>(body)).map((claims) => [claims.day, claims]));
  },
  claimDay: (claims) => putVersion(table, dayClaimsKey(claims.district, claims.day), claims),
});
