import type { Inspector, Unit } from '../catalogue/catalogue.ts';

/** True where nobody of the unit goes out on the day: off by its own plan, or reported away. */
export const isOff = ({ offOn, awayOn = [] }: Pick<Unit, 'offOn' | 'awayOn'>, day: string): boolean =>
  offOn.includes(day) || awayOn.includes(day);

/** True where the inspector may go out on the day: certified on it, and not reported away. */
export const isAvailable = ({ certifiedFrom, certifiedUntil, awayOn = [] }: Inspector, day: string): boolean =>
  (certifiedFrom === undefined || certifiedFrom <= day) &&
  (certifiedUntil === undefined || day <= certifiedUntil) &&
  !awayOn.includes(day);

/** The unit's inspectors who may go out on the day; none where the whole unit is away. */
export const inspectorsOn = (unit: Pick<Unit, 'offOn' | 'awayOn' | 'inspectors'>, day: string): readonly Inspector[] =>
  isOff(unit, day) ? [] : unit.inspectors.filter((inspector) => isAvailable(inspector, day));

/** Teams that the unit can really field on the day: those it names, as far as it has the inspectors then. */
export const teamsOn = (
  unit: Pick<Unit, 'offOn' | 'awayOn' | 'inspectors' | 'teams'>,
  teamSize: number,
  day: string,
): number => {
  const staffed = Math.floor(inspectorsOn(unit, day).length / teamSize);
  return Math.min(unit.teams ?? staffed, staffed);
};

/** Inspectors that each of `units` units brings to a visit, so that together they are no fewer than the least number. */
export const teamSizeAt = (
  { inspectorsPerTeam, jointTeamSharesMinimum }: { inspectorsPerTeam: number; jointTeamSharesMinimum: boolean },
  units: number,
): number =>
  jointTeamSharesMinimum ? Math.max(1, Math.ceil(inspectorsPerTeam / Math.max(1, units))) : inspectorsPerTeam;
