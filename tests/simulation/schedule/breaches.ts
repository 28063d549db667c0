import { daysBetween } from '../../../lib/domain/catalogue/calendar.ts';
import type { Unit } from '../../../lib/domain/catalogue/catalogue.ts';
import { type Counted, capsAt, countedBy, visitToCounted } from '../../../lib/domain/centre/cap-rules.ts';
import { isAvailable, isOff, teamsOn } from '../../../lib/domain/schedule/unit-days.ts';
import { isStanding, type Visit } from '../../../lib/domain/visits/visit.ts';
import type { District } from '../../support/a-run.ts';
import { allVisits, district } from '../../support/a-run.ts';
import { businesses, settings } from './district-rules.ts';

const horizon = { from: '2026-12-01', to: '2027-01-15' };

const gapsOf = (visit: Visit, same: readonly Visit[]): readonly string[] =>
  same
    .filter((other) => other.visitId < visit.visitId)
    .filter((other) => Math.abs(daysBetween(other.day, visit.day)) < settings.minGapDays)
    .map((other) => `gap: ${visit.visitId} ${visit.day}, ${other.visitId} ${other.day}`);

/** Counted afresh, in the words of the settings: what a rule allows against the visits that it counts. */
const capsOf = (businessId: string, same: readonly Visit[]): readonly string[] => {
  const business = businesses.find((one) => one.businessId === businessId);
  const counted = same.map(visitToCounted);
  const asked: readonly Counted[] = same.flatMap(countedBy);
  const departments = [...new Set(asked.map(({ department }) => department))];
  const over = capsAt(settings, business?.creditGrade, departments).flatMap((rule) =>
    ['2026', '2027'].flatMap((year) =>
      (rule.per === 'business' ? [undefined] : departments).flatMap((department) => {
        if (rule.department !== undefined && rule.department !== department) return [];
        const used = counted.filter(
          ({ day, counts }) =>
            day.startsWith(year) &&
            counts.some(
              (one) =>
                one.type !== 'case' &&
                (rule.types === undefined || rule.types.includes(one.type)) &&
                (department === undefined || one.department === department),
            ),
        ).length;
        return used > rule.most ? [`cap: ${businessId} ${department ?? 'all'} ${year}: ${used} of ${rule.most}`] : [];
      }),
    ),
  );
  // A visit that an urgent check brought about may go beyond; who joins it later makes no further visit.
  const inHorizon = same
    .filter(({ day }) => horizon.from <= day && day <= horizon.to)
    .filter(({ history }) => history[0]?.action !== 'urgent-inserted');
  const most = settings.maxVisitsPerHorizon ?? Number.POSITIVE_INFINITY;
  return inHorizon.length > most ? [...over, `horizon: ${businessId} ${inHorizon.length} of ${most}`] : over;
};

const peopleOf = (visit: Visit, units: ReadonlyMap<string, Unit>): readonly string[] =>
  visit.attending.flatMap(({ unitId, team }) => {
    const unit = units.get(unitId);
    if (!unit || isOff(unit, visit.day)) return [`unit off: ${unitId} ${visit.day} ${visit.visitId}`];
    const people = team.map(({ inspectorId }) => unit.inspectors.find((one) => one.inspectorId === inspectorId));
    return [
      ...(new Set(team.map(({ inspectorId }) => inspectorId)).size < 2
        ? [`team of one: ${visit.visitId} ${unitId}`]
        : []),
      ...people.flatMap((one) => {
        if (!one) return [`stranger: ${visit.visitId} ${unitId}`];
        const tied = one.recusedFrom.includes(visit.businessId) ? [`recusal: ${one.inspectorId} ${visit.visitId}`] : [];
        const out = isAvailable(one, visit.day) ? [] : [`not available: ${one.inspectorId} ${visit.day}`];
        return [...tied, ...out];
      }),
    ];
  });

const twice = (what: string, keys: readonly string[]): readonly string[] =>
  [...Map.groupBy(keys, (key) => key)].filter(([, all]) => all.length > 1).map(([key]) => `${what}: ${key}`);

const slotsOf = ({ day, slot }: Visit, slots: number): readonly string[] =>
  Array.from({ length: slots }, (_, n) => `${day} ${slot + n}`);

const teamsOver = (visits: readonly Visit[], units: ReadonlyMap<string, Unit>): readonly string[] => {
  const taken = visits.flatMap((visit) =>
    visit.attending.flatMap(({ unitId, slots }) => slotsOf(visit, slots).map((at) => ({ unitId, day: visit.day, at }))),
  );
  return [...Map.groupBy(taken, ({ unitId, at }) => `${unitId} ${at}`)].flatMap(([key, all]) => {
    const [{ unitId, day } = { unitId: '', day: '' }] = all;
    const unit = units.get(unitId);
    const teams = unit ? teamsOn(unit, settings.inspectorsPerTeam, day) : 0;
    return all.length > teams ? [`teams: ${key}: ${all.length} of ${teams}`] : [];
  });
};

/** A published visit whose run had not passed its levels in order, each by another person, before it was published. */
const unreviewed = async (ports: District, visits: readonly Visit[]): Promise<readonly string[]> => {
  const runs = [...new Set(visits.flatMap(({ consolidationId }) => consolidationId ?? []))];
  const faults = runs.map(async (consolidationId) => {
    const run = await ports.consolidations.find(district, consolidationId);
    const approved = run?.reviews.filter(({ decision }) => decision === 'approved') ?? [];
    const inOrder = approved.map(({ level }) => level).join() === settings.reviewLevels.join();
    const inTime = approved.every(({ at }) => at <= (run?.publishing?.at ?? ''));
    const others = new Set(approved.map(({ by }) => by)).size === approved.length;
    return inOrder && inTime && others ? [] : [`review: ${consolidationId}`];
  });
  return (await Promise.all(faults)).flat();
};

/** Every rule that the schedule breaks as it stands; none, whatever was ordered. */
export const breachesOf = async (ports: District): Promise<readonly string[]> => {
  const visits = allVisits(ports).filter(({ status }) => isStanding(status));
  const units = new Map((await ports.units.all(district)).map((unit) => [unit.unitId, unit]));
  const plans = new Map((await ports.plans.open(district)).map((plan) => [plan.planId, plan]));
  const modes = visits.flatMap((visit) =>
    visit.plans.flatMap(({ planId }) => {
      const plan = plans.get(planId);
      return plan && plan.mode !== visit.mode ? [`mode: ${visit.visitId} ${planId}`] : [];
    }),
  );
  const shut = visits.flatMap(({ businessId, day, visitId }) => {
    const business = businesses.find((one) => one.businessId === businessId);
    const isQuiet = settings.quietDays.some(
      ({ from, to, industry }) => from <= day && day <= to && (!industry || industry === business?.industry),
    );
    return business?.closedOn.includes(day) || isQuiet ? [`shut: ${visitId} ${day}`] : [];
  });
  const people = visits.flatMap((visit) =>
    visit.attending.flatMap(({ team, slots }) =>
      team.flatMap(({ inspectorId }) => slotsOf(visit, slots).map((at) => `${inspectorId} ${at}`)),
    ),
  );
  const served = visits.flatMap(({ visitId, attending }) => {
    const requests = attending.flatMap(({ checks }) => checks.flatMap(({ serves }) => serves.map((s) => s.requestId)));
    return [...new Set(requests)].map((requestId) => ({ requestId, visitId }));
  });
  const byBusiness = [...Map.groupBy(visits, ({ businessId }) => businessId)];
  return [
    ...byBusiness.flatMap(([, same]) => same.flatMap((visit) => gapsOf(visit, same))),
    ...byBusiness.flatMap(([businessId, same]) => capsOf(businessId, same)),
    ...visits.flatMap((visit) => peopleOf(visit, units)),
    ...teamsOver(visits, units),
    ...twice('two places', people),
    ...twice(
      'served twice',
      served.map(({ requestId }) => requestId),
    ),
    ...modes,
    ...shut,
    ...(await unreviewed(ports, visits)),
  ];
};
