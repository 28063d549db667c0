import type { Item } from '../../domain/catalogue/catalogue.ts';
import { questionsOf } from '../../domain/field/check-result.ts';
import { metresOfWay, orderRound } from '../../domain/field/order-round.ts';
import { isUnclosed } from '../../domain/findings/finding.ts';
import { localDate } from '../../domain/local-time.ts';
import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Attendance } from '../../domain/visits/checks.ts';
import { isStanding, type Visit } from '../../domain/visits/visit.ts';
import type { KnownResult } from '../ports/field-ports.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';

export type Round = ViewOf<'get-round'>;
type Stop = Round['stops'][number];
type Needs = Pick<Ports, 'visits' | 'businesses' | 'findings' | 'results' | 'items'>;

const mostStops = 200;
/** Findings of the last two years that are closed are worth knowing at the door; what runs always is. */
const shownClosed = 5;

const checksOf = ({ checks }: Attendance): Stop['checks'] =>
  checks.map((check) => ({
    itemId: check.itemId,
    name: check.name,
    recognitionClass: check.recognitionClass,
    minutes: check.minutes,
    legalBasis: check.legalBasis,
    questions: questionsOf(check),
    departments: [...new Set(check.serves.map(({ department }) => department))].toSorted(),
    ...(check.outcome === undefined ? {} : { outcome: check.outcome }),
    ...(check.resultVersion === undefined ? {} : { resultVersion: check.resultVersion }),
  }));

const earlierFindings = async ({ findings }: Needs, visit: Visit): Promise<Stop['earlierFindings']> => {
  const all = await findings.ofBusiness({ district: visit.district }, visit.businessId);
  const before = all.filter(({ visitId }) => visitId !== visit.visitId);
  const newestFirst = before.toSorted((a, b) => (a.foundOn > b.foundOn ? -1 : 1));
  const shown = [
    ...newestFirst.filter(isUnclosed),
    ...newestFirst.filter((one) => !isUnclosed(one)).slice(0, shownClosed),
  ];
  return shown.map(({ findingId, department, itemName, description, severity, foundOn, status }) => ({
    ...{ findingId, department, itemName, description, severity, foundOn, status },
  }));
};

const recognised = (
  known: ReadonlyMap<string, KnownResult> | undefined,
  visit: Visit,
  items: ReadonlyMap<string, Pick<Item, 'name'>>,
): Stop['recognisedResults'] =>
  [...(known?.values() ?? [])]
    .filter(({ validUntil, visitId }) => validUntil >= visit.day && visitId !== visit.visitId)
    .map(({ recognitionClass, itemId, department, on, validUntil, visitId }) => ({
      ...{ recognitionClass, itemId, department, on, validUntil, visitId },
      itemName: items.get(itemId)?.name ?? itemId,
    }));

const stopOf = (visit: Visit, own: Attendance, unitId: string) => ({
  visitId: visit.visitId,
  start: visit.start,
  end: visit.end,
  mode: visit.mode,
  status: visit.status,
  code: visit.code,
  version: visit.version,
  businessId: visit.businessId,
  businessName: visit.businessName,
  address: visit.address,
  street: visit.street,
  grid: visit.grid,
  contacts: {
    ...(visit.contacts.phone === undefined ? {} : { phone: visit.contacts.phone }),
    ...(visit.contacts.email === undefined ? {} : { email: visit.contacts.email }),
  },
  lead: visit.lead,
  team: own.team,
  others: visit.attending
    .filter((attendance) => attendance.unitId !== unitId)
    .map((other) => ({
      unitId: other.unitId,
      unitName: other.unitName,
      department: other.department,
      names: other.team.map(({ name }) => name),
    })),
  ...(visit.checkedInAt === undefined ? {} : { checkedInAt: visit.checkedInAt }),
  checks: checksOf(own),
});

/**
 * A unit's day: read its visits, order them, and add what an inspector wants to know at each door: places, what was found
 * there before, whose results are still valid. Whole, so that a phone can go through the day with it and no network.
 */
export const getRound = async (
  ports: Needs,
  { query, principal, now }: Pick<RequestOf<'get-round'>, 'query' | 'principal' | 'now'>,
): Promise<Round | Refusal> => {
  const scope = scopeOf(principal);
  const unitId = query.unit ?? principal.unit;
  if (unitId === undefined) return refuse('malformed', { path: 'unit', code: 'required' });
  if (principal.unit !== undefined && unitId !== principal.unit) {
    return refuse('not-found', { path: 'unit', code: 'not-found' });
  }
  const day = query.day ?? localDate(now);
  const page = await ports.visits.list(scope, { limit: mostStops, from: day, to: day, unit: unitId });
  if ('refused' in page) return page;
  const visits = page.items.filter(({ status }) => isStanding(status));
  const district = { district: principal.district };
  const businessIds = [...new Set(visits.map(({ businessId }) => businessId))];
  const [businesses, known] = await Promise.all([
    ports.businesses.some(district, businessIds),
    ports.results.ofBusinesses(district, businessIds),
  ]);
  const items = known.size > 0 ? await ports.items.all(district) : new Map<string, Item>();
  const placed = visits.flatMap((visit) => {
    const own = visit.attending.find((attendance) => attendance.unitId === unitId);
    const location = businesses.get(visit.businessId)?.location;
    return own ? [{ ...stopOf(visit, own, unitId), ...(location ? { location } : {}), visit }] : [];
  });
  const ordered = orderRound(placed);
  const stops = ordered.map(async ({ visit, ...stop }, n): Promise<Stop> => {
    const last = ordered[n - 1];
    return {
      order: n + 1,
      ...(last ? { metresFromLast: Math.round(metresOfWay(last, stop)) } : {}),
      ...stop,
      earlierFindings: await earlierFindings(ports, visit),
      recognisedResults: recognised(known.get(visit.businessId), visit, items),
    };
  });
  return { unitId, day, madeAt: now.toISOString(), stops: await Promise.all(stops) };
};
