import { unmergedWords } from '../../contract/reasons.ts';
import { type Business, type Item, recognitionClassOf } from '../../domain/catalogue/catalogue.ts';
import type { Settings } from '../../domain/catalogue/settings.ts';
import type { ProposedVisit, RejectedVisit } from '../../domain/centre/consolidation.ts';
import { inLanguage, type Language } from '../../domain/language.ts';
import { channelsFirst } from '../../domain/notices/contacts.ts';
import { endOf } from '../../domain/schedule/visit-schedule.ts';
import type { ViewOf } from '../request.ts';

type Known = {
  readonly items: ReadonlyMap<string, Item>;
  readonly businesses: ReadonlyMap<string, Business>;
  readonly settings: Settings;
  readonly rejected: ReadonlyMap<string, RejectedVisit>;
};

const checksOf = (visit: ProposedVisit, itemIds: readonly string[], items: Known['items']) => {
  const classOf = (itemId: string): string => {
    const item = items.get(itemId);
    return item ? recognitionClassOf(item) : itemId;
  };
  return itemIds.map((itemId) => ({
    itemId,
    recognitionClass: classOf(itemId),
    serves: visit.requests
      .filter((request) => request.items.some((asked) => classOf(asked) === classOf(itemId)))
      .map(({ requestId, planId, department }) => ({ requestId, planId, department })),
  }));
};

/** A proposed visit as a coordinator compares it: who would come, what each performs and for whom, and what kept others apart. */
export const proposedVisitView = (
  visit: ProposedVisit,
  { items, businesses, settings, rejected: taken }: Known,
  language: Language,
): ViewOf<'list-proposed-visits'>['items'][number] => {
  const { visitId, businessId, street, day, mode, joins, requests, unmerged } = visit;
  const rejected = taken.get(visitId);
  const business = businesses.get(businessId);
  const minutesOf = (itemIds: readonly string[]): number =>
    itemIds.reduce((sum, itemId) => sum + (items.get(itemId)?.minutes ?? 0), 0);
  const stays = Object.values(visit.performs).map((itemIds) => ({
    slots: Math.ceil(minutesOf(itemIds) / settings.slots.minutes),
  }));
  const start = settings.slots.starts[visit.slot] ?? '00:00';
  const departments = new Map(requests.map(({ unitId, department }) => [unitId, department]));
  return {
    visitId,
    businessId,
    businessName: business?.name ?? businessId,
    street,
    day,
    start,
    end: endOf(start, stays, settings.slots.minutes),
    mode,
    joins,
    attending: Object.entries(visit.performs).map(([unitId, itemIds]) => ({
      unitId,
      department: departments.get(unitId) ?? unitId,
      checks: checksOf(visit, itemIds, items),
    })),
    saved: joins === undefined ? requests.length - 1 : requests.length,
    worth: visit.worth,
    reviewedFor: visit.reviewedFor,
    rejected: rejected && { level: rejected.level, reason: rejected.reason },
    noticeBy: mode === 'announced' && !rejected ? [...channelsFirst(business?.contacts ?? {})] : undefined,
    unmerged: unmerged.map(({ reason, ...pair }) => ({
      ...pair,
      reason: { code: reason, text: inLanguage(unmergedWords[reason], language) },
    })),
  };
};
