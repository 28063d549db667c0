import type { Settings } from '../../domain/catalogue/settings.ts';
import type { Remedy, VisitWorth } from '../../domain/centre/consolidation.ts';
import type { Remedy as PlannersRemedy, PlanningOptions, PlanningOutcome } from '../../planner/planning-options.ts';

/** Which part of the cost weighs what, and the optional rules, as the district has set them. Persons come by teams, so a team's share is what is left to round down to. */
export const settingsToPlanning = (
  settings: Settings,
): Pick<PlanningOptions, 'weights' | 'lexicographic' | 'maxPersonVisits' | 'maxPersonHours'> => {
  const { inspectorsPerTeam, lexicographicPlanning, maxPersonVisitsPerHorizon, maxPersonHoursPerHorizon } = settings;
  return {
    ...(lexicographicPlanning ? { lexicographic: true } : { weights: settings.costWeights }),
    ...(maxPersonVisitsPerHorizon === undefined
      ? {}
      : { maxPersonVisits: Math.floor(maxPersonVisitsPerHorizon / inspectorsPerTeam) }),
    ...(maxPersonHoursPerHorizon === undefined ? {} : { maxPersonHours: maxPersonHoursPerHorizon / inspectorsPerTeam }),
  };
};

const toRemedy = (remedy: PlannersRemedy): Remedy =>
  remedy.kind === 'one-more-team'
    ? { kind: remedy.kind, unitId: remedy.unit, day: remedy.day, saves: remedy.saves }
    : remedy;

/** By request id, what would place each that was left out; requests that nothing would place by itself are not in it. */
export const remediesOf = ({ unscheduled }: PlanningOutcome): ReadonlyMap<string, readonly Remedy[]> =>
  new Map(
    unscheduled.flatMap(({ request, remedies }) =>
      remedies.length === 0 ? [] : [[request, remedies.map(toRemedy)] as const],
    ),
  );

/** What each of the plan's visits costs and saves, by its place in the plan. */
export const worthOf = ({ visits }: PlanningOutcome): ReadonlyMap<number, VisitWorth> =>
  new Map(
    visits.map(({ visit, cost, separateCost, needed }) => [
      visit,
      { cost, separately: separateCost, ...(needed === undefined ? {} : { neededFor: needed }) },
    ]),
  );

/** A coordinator reads the first few; the rest saves less. */
const teamsShown = 20;

export const shortTeamsOf = ({ teamValues }: PlanningOutcome) =>
  teamValues
    .slice(0, teamsShown)
    .map(({ unit, day, saves }) => ({ unitId: unit, day, saves: Math.round(saves * 100) / 100 }));
