import { addDays, daysBetween } from '../../domain/catalogue/calendar.ts';
import type { Business, Unit } from '../../domain/catalogue/catalogue.ts';
import { capsAt, summaryToCounted, usedOf } from '../../domain/centre/cap-rules.ts';
import { quietOn } from '../../domain/centre/quiet-days.ts';
import { teamsOn } from '../../domain/schedule/unit-days.ts';
import type { VisitSummary } from '../../domain/visits/visit.ts';
import type { Instance, Business as Place } from '../../planner/instance.ts';
import type { PlanningSnapshot } from './planning-snapshot.ts';
import { reserveCapacity } from './reserve-capacity.ts';
import type { Candidate } from './triage-requests.ts';

/** Days on which the gap to visits outside the planner's sight leaves a business closed. */
const keptFree = (unseen: readonly VisitSummary[], minGapDays: number): readonly string[] =>
  unseen.flatMap(({ day }) => Array.from({ length: 2 * minGapDays - 1 }, (_, n) => addDays(day, n - minGapDays + 1)));

/**
 * The most visits that the planner may give a business, those that it sees standing included: the horizon's own cap, and what
 * the caps on all departments together leave of the year. These count no case checks, so they bind the planner only where
 * it has none to place; what it can't see is held to every cap after it (`keep-proposal-caps.ts`).
 */
const mostVisits = (
  business: Business,
  visits: readonly VisitSummary[],
  spent: number,
  hasCase: boolean,
  { settings, from, to }: PlanningSnapshot,
): number | undefined => {
  const { maxVisitsPerHorizon = Number.POSITIVE_INFINITY } = settings;
  const year = from.slice(0, 4);
  const counted = visits.map(summaryToCounted);
  const ofAll = capsAt(settings, business.creditGrade, []).filter(
    ({ per, types, department }) => per === 'business' && types === undefined && department === undefined,
  );
  const ahead = visits.filter(({ day }) => from <= day && day <= to).length - spent;
  const left = ofAll.map((rule) => Math.max(0, rule.most - usedOf(rule, undefined, counted, year)) + ahead);
  const most = Math.min(maxVisitsPerHorizon - spent, ...(hasCase || !to.startsWith(year) ? [] : left));
  return Number.isFinite(most) ? Math.max(0, most) : undefined;
};

/** Teams that a unit can field on every plannable day on which it can field any, and the days on which it can't. */
const strengthOf = (unit: Unit, { settings, days }: PlanningSnapshot) => {
  const teams = days.map((day) => teamsOn(unit, settings.inspectorsPerTeam, day));
  const out = teams.filter((count) => count > 0);
  return {
    teams: out.length > 0 ? Math.min(...out) : 0,
    off: [...new Set([...unit.offOn, ...days.filter((_, n) => teams[n] === 0)])].toSorted(),
  };
};

const toPlace = (
  business: Business,
  visits: readonly VisitSummary[],
  seen: ReadonlySet<string>,
  hasCase: boolean,
  snapshot: PlanningSnapshot,
): Place => {
  const { settings, from, to, days } = snapshot;
  const { minGapDays } = settings;
  const unseen = visits.filter(({ day }) => !seen.has(day));
  const spent = unseen.filter(({ day }) => from <= day && day <= to).length;
  const quiet = days.filter((day) => quietOn(settings, business, day));
  const most = mostVisits(business, visits, spent, hasCase, snapshot);
  const near = unseen.filter(({ day }) => daysBetween(day, to) > -minGapDays && daysBetween(from, day) > -minGapDays);
  return {
    id: business.businessId,
    street: business.street,
    grid: business.grid,
    closed: [...new Set([...business.closedOn, ...quiet, ...keptFree(near, minGapDays)])].toSorted(),
    minGapDays,
    ...(most === undefined ? {} : { maxVisits: most }),
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
  const urgent = new Set(candidates.filter(({ plan }) => plan.type === 'case').map(({ row }) => row.businessId));
  const known = new Set(units.map(({ unitId }) => unitId));
  const asked = new Set(candidates.flatMap(({ row }) => row.items));
  const forces = units.map((unit) => ({
    id: unit.unitId,
    department: unit.department,
    ...strengthOf(unit, snapshot),
  }));
  const places = [...wanted].flatMap((businessId) => {
    const business = businesses.get(businessId);
    const visits = byBusiness.get(businessId) ?? [];
    return business ? [toPlace(business, visits, seen, urgent.has(businessId), snapshot)] : [];
  });
  const commitments = committed.map(({ visitId, businessId, day, slot, mode, units: attending }) => ({
    id: visitId,
    business: businessId,
    day,
    slot,
    mode,
    attending: Object.fromEntries(
      attending.filter(({ unitId }) => known.has(unitId)).map(({ unitId, slots }) => [unitId, slots]),
    ),
  }));
  const asking = new Set(candidates.map(({ unit }) => unit.unitId));
  const reserve = reserveCapacity(
    forces.filter(({ id }) => asking.has(id)),
    commitments,
    snapshot,
  );
  return {
    format: 1,
    days,
    slots: { perDay: settings.slots.starts.length, ...settings.slots },
    units: forces,
    items: [...items.values()]
      .filter(({ itemId }) => asked.has(itemId))
      .map(({ itemId, minutes, recognitionClass }) => ({
        id: itemId,
        minutes,
        ...(recognitionClass === undefined ? {} : { class: recognitionClass }),
      })),
    businesses: [...places, ...reserve.businesses],
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
    committed: [...commitments, ...reserve.committed],
  };
};
