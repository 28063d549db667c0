import type { Inspector, Unit } from '../catalogue/catalogue.ts';
import type { Settings } from '../catalogue/settings.ts';
import type { FieldError } from '../refusal.ts';
import { capOf } from '../statistics/yearly-cap.ts';

/** What a proposal supposes instead of what is: nothing of it is stored anywhere but with the proposal. */
export type WhatIf = {
  readonly costWeights?: Partial<Settings['costWeights']>;
  readonly yearlyCap?: {
    readonly perDepartment?: number;
    readonly byDepartment?: Readonly<Record<string, number>>;
  };
  readonly maxVisitsPerHorizon?: number;
  readonly minGapDays?: number;
  /** Teams by unit. */
  readonly teams?: Readonly<Record<string, number>>;
  /** Units that stay away on local dates besides their own days off. */
  readonly away?: readonly { readonly unitId: string; readonly days: readonly string[] }[];
};

/** Units that a what-if names and the district does not have. */
export const whatIfFaults = ({ teams = {}, away = [] }: WhatIf, units: readonly Unit[]): readonly FieldError[] => {
  const known = new Set(units.map(({ unitId }) => unitId));
  const named = [
    ...Object.keys(teams).map((unitId) => ({ unitId, path: `whatIf.teams.${unitId}` })),
    ...away.map(({ unitId }, index) => ({ unitId, path: `whatIf.away[${index}].unitId` })),
  ];
  return named.filter(({ unitId }) => !known.has(unitId)).map(({ path }) => ({ path, code: 'unit-unknown' }));
};

const supposedSettings = (settings: Settings, whatIf: WhatIf): Settings => ({
  ...settings,
  costWeights: { ...settings.costWeights, ...whatIf.costWeights },
  yearlyCap: {
    perDepartment: whatIf.yearlyCap?.perDepartment ?? settings.yearlyCap.perDepartment,
    byDepartment: { ...settings.yearlyCap.byDepartment, ...whatIf.yearlyCap?.byDepartment },
  },
  ...(whatIf.maxVisitsPerHorizon === undefined ? {} : { maxVisitsPerHorizon: whatIf.maxVisitsPerHorizon }),
  ...(whatIf.minGapDays === undefined ? {} : { minGapDays: whatIf.minGapDays }),
});

/** Inspectors who would have to be found for so many teams. */
const recruits = (unit: Unit, count: number): readonly Inspector[] =>
  Array.from({ length: Math.max(0, count - unit.inspectors.length) }, (_, n) => ({
    inspectorId: `${unit.unitId}-supposed-${n + 1}`,
    name: '',
    certificate: '',
    recusedFrom: [],
  }));

const supposedUnit = (unit: Unit, { teams = {}, away = [] }: WhatIf, teamSize: number): Unit => {
  const days = away.filter(({ unitId }) => unitId === unit.unitId).flatMap((one) => one.days);
  const count = teams[unit.unitId];
  return {
    ...unit,
    offOn: [...new Set([...unit.offOn, ...days])].toSorted(),
    ...(count === undefined
      ? {}
      : { teams: count, inspectors: [...unit.inspectors, ...recruits(unit, count * teamSize)] }),
  };
};

const looserCaps = (settings: Settings, supposed: Settings): readonly FieldError[] => {
  const departments = Object.keys({ ...settings.yearlyCap.byDepartment, ...supposed.yearlyCap.byDepartment });
  const isLooser =
    supposed.yearlyCap.perDepartment > settings.yearlyCap.perDepartment ||
    departments.some((department) => capOf(supposed, department) > capOf(settings, department));
  const most = settings.maxVisitsPerHorizon ?? Number.POSITIVE_INFINITY;
  return [
    ...(isLooser ? [{ path: 'whatIf.yearlyCap', code: 'what-if-beyond' }] : []),
    ...((supposed.maxVisitsPerHorizon ?? Number.POSITIVE_INFINITY) > most
      ? [{ path: 'whatIf.maxVisitsPerHorizon', code: 'what-if-beyond' }]
      : []),
    ...(supposed.minGapDays < settings.minGapDays ? [{ path: 'whatIf.minGapDays', code: 'what-if-beyond' }] : []),
  ];
};

type Supposed = {
  readonly settings: Settings;
  readonly units: readonly Unit[];
  /** What the district does not have, or its rules do not allow: a proposal that supposes it is for comparison alone. */
  readonly beyond: readonly FieldError[];
};

/** Settings and units as a what-if supposes them. `teamsNow` counts the teams that a unit really has. */
export const suppose = (
  whatIf: WhatIf,
  settings: Settings,
  units: readonly Unit[],
  teamsNow: (unit: Unit) => number,
): Supposed => {
  const supposed = supposedSettings(settings, whatIf);
  const more = units.filter((unit) => (whatIf.teams?.[unit.unitId] ?? 0) > teamsNow(unit));
  return {
    settings: supposed,
    units: units.map((unit) => supposedUnit(unit, whatIf, settings.inspectorsPerTeam)),
    beyond: [
      ...looserCaps(settings, supposed),
      ...more.map(({ unitId }) => ({ path: `whatIf.teams.${unitId}`, code: 'what-if-beyond' })),
    ],
  };
};
