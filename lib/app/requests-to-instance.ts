import { addDays, daysBetween } from '../domain/calendar.ts';
import type { Business } from '../domain/catalogue.ts';
import { teamsOf } from '../domain/choose-unit.ts';
import type { VisitSummary } from '../domain/visit.ts';
import type { Instance, Business as Place } from '../planner/instance.ts';
import type { PlanningSnapshot } from './planning-snapshot.ts';
import type { Candidate } from './triage-requests.ts';

/** Days on which the gap to visits outside the planner's sight leaves a business closed. */
const keptFree = (unseen: readonly VisitSummary[], minGapDays: number): readonly string[] =>
  unseen.flatMap(({ day }) => Array.from({ length: 2 * minGapDays - 1 }, (_, n) => addDays(day, n - minGapDays + 1)));

const toPlace = (
  business: Business,
  visits: readonly VisitSummary[],
  seen: ReadonlySet<string>,
  { settings, from, to }: PlanningSnapshot,
): Place => {
  const { minGapDays, maxVisitsPerHorizon } = settings;
  const unseen = visits.filter(({ day }) => !seen.has(day));
  const spent = unseen.filter(({ day }) => from <= day && day <= to).length;
  const near = unseen.filter(({ day }) => daysBetween(day, to) > -minGapDays && daysBetween(from, day) > -minGapDays);
  return {
    id: business.businessId,
    street: business.street,
    grid: business.grid,
    closed: [...new Set([...business.closedOn, ...keptFree(near, minGapDays)])].toSorted(),
    minGapDays,
    ...(maxVisitsPerHorizon === undefined ? {} : { maxVisits: Math.max(0, maxVisitsPerHorizon - spent) }),
  };
};

/**
 * The planner's problem: the candidates as requests, standing visits on plannable days as committed ones, which never
 * move and count towards teams, gaps and caps. Standing visits on other days only keep their gap.
 */
export const requestsToInstance = (candidates: readonly Candidate[], snapshot: PlanningSnapshot): Instance => {
  const { settings, days, items, units, standing, businesses } = snapshot;
  const seen = new Set(days);
  const committed = standing.filter(({ day, businessId }) => seen.has(day) && businesses.has(businessId));
  const byBusiness = Map.groupBy(standing, ({ businessId }) => businessId);
  const wanted = new Set([
    ...candidates.map(({ row }) => row.businessId),
    ...committed.map(({ businessId }) => businessId),
  ]);
  const known = new Set(units.map(({ unitId }) => unitId));
  const asked = new Set(candidates.flatMap(({ row }) => row.items));
  return {
    format: 1,
    days,
    slots: { perDay: settings.slots.starts.length, ...settings.slots },
    units: units.map((unit) => ({
      id: unit.unitId,
      department: unit.department,
      teams: teamsOf(unit, settings.inspectorsPerTeam),
      off: unit.offOn,
    })),
    items: [...items.values()]
      .filter(({ itemId }) => asked.has(itemId))
      .map(({ itemId, minutes, recognitionClass }) => ({
        id: itemId,
        minutes,
        ...(recognitionClass === undefined ? {} : { class: recognitionClass }),
      })),
    businesses: [...wanted].flatMap((businessId) => {
      const business = businesses.get(businessId);
      return business ? [toPlace(business, byBusiness.get(businessId) ?? [], seen, snapshot)] : [];
    }),
    requests: candidates.map(({ plan, row, unit, window }) => ({
      id: row.requestId,
      business: row.businessId,
      unit: unit.unitId,
      items: row.items,
      notBefore: window.notBefore,
      due: window.due,
      mode: plan.mode,
      weight: settings.requestWeights[plan.type],
      plan: plan.planId,
    })),
    committed: committed.map(({ visitId, businessId, day, slot, mode, units: attending }) => ({
      id: visitId,
      business: businessId,
      day,
      slot,
      mode,
      attending: Object.fromEntries(
        attending.filter(({ unitId }) => known.has(unitId)).map(({ unitId, slots }) => [unitId, slots]),
      ),
    })),
  };
};
