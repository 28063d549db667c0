import { addMinutes } from '../local-time.ts';
import type { FieldError } from '../refusal.ts';
import type { Name, Settings } from './settings.ts';

/** Limits that a district need not set. */
type Limit = 'maxVisitsPerHorizon' | 'maxPersonVisitsPerHorizon' | 'maxPersonHoursPerHorizon';
type Keyed<Value> = Readonly<Record<string, Value>>;
/** `null` takes a key away. */
type KeyedChange<Value> = Keyed<Value | null>;

/** What an admin names of a settings record; the rest is carried over. `null` takes away what need not be set. */
export type SettingsChange = Omit<Partial<Settings>, Limit | 'yearlyCap' | 'names' | 'effectiveFrom'> &
  Pick<Settings, 'effectiveFrom'> & {
    readonly [Name in Limit]?: number | null;
  } & {
    readonly yearlyCap?: { readonly perDepartment: number; readonly byDepartment: KeyedChange<number> };
    readonly names?: { readonly [Kind in keyof Settings['names']]: KeyedChange<Name> };
  };

const withKeys = <Value>(before: Keyed<Value>, change: KeyedChange<Value> = {}): Keyed<Value> => {
  const named = Object.entries<Value | null>({ ...before, ...change });
  return Object.fromEntries(named.flatMap(([key, value]) => (value === null ? [] : [[key, value] as const])));
};

const limitOf = (before: number | undefined, change: number | null | undefined): number | undefined =>
  change === undefined ? before : (change ?? undefined);

/**
 * The record before with what the change names. Numbers, lists and groups of fields that belong together are replaced;
 * what is kept by key (names, caps by department) is merged key by key, so that naming one street forgets no other.
 */
export const mergeSettings = (before: Settings, change: SettingsChange): Settings => ({
  ...before,
  ...change,
  maxVisitsPerHorizon: limitOf(before.maxVisitsPerHorizon, change.maxVisitsPerHorizon),
  maxPersonVisitsPerHorizon: limitOf(before.maxPersonVisitsPerHorizon, change.maxPersonVisitsPerHorizon),
  maxPersonHoursPerHorizon: limitOf(before.maxPersonHoursPerHorizon, change.maxPersonHoursPerHorizon),
  yearlyCap: {
    perDepartment: change.yearlyCap?.perDepartment ?? before.yearlyCap.perDepartment,
    byDepartment: withKeys(before.yearlyCap.byDepartment, change.yearlyCap?.byDepartment),
  },
  names: {
    departments: withKeys(before.names.departments, change.names?.departments),
    streets: withKeys(before.names.streets, change.names?.streets),
    industries: withKeys(before.names.industries, change.names?.industries),
  },
});

const startFaults = ({ starts, minutes }: Settings['slots']): readonly FieldError[] => {
  const faults = starts.flatMap((start, index) => {
    const before = starts[index - 1];
    const ordered = before === undefined || (before < start && addMinutes(before, minutes) <= start);
    return ordered ? [] : [{ path: `slots.starts[${index}]`, code: 'slots-order' }];
  });
  const last = starts.at(-1);
  const late = last !== undefined && addMinutes(last, minutes) > '24:00';
  return late ? [...faults, { path: `slots.starts[${starts.length - 1}]`, code: 'slots-day' }] : faults;
};

/** Sessions, one after another, count every slot once and in order: 0, 1 | 2, 3. */
const sessionFaults = ({ starts, sessions }: Settings['slots']): readonly FieldError[] => {
  const named = sessions.flat();
  const complete = named.length === starts.length && named.every((slot, index) => slot === index);
  return complete ? [] : [{ path: 'slots.sessions', code: 'slots-session' }];
};

const levelFaults = (levels: Settings['reviewLevels'], path: string): readonly FieldError[] =>
  levels.flatMap((level, index) => {
    const before = levels[index - 1];
    return before === undefined || before < level ? [] : [{ path: `${path}[${index}]`, code: 'levels-order' }];
  });

/** A rule asks for something, under an id of its own. */
const reviewRuleFaults = (rules: Settings['reviewRules']): readonly FieldError[] =>
  rules.flatMap(({ ruleId, levels, publicNoticeWorkingDays = 0 }, index) => {
    const path = `reviewRules[${index}]`;
    const first = rules.findIndex((rule) => rule.ruleId === ruleId);
    return [
      ...(first < index ? [{ path: `${path}.ruleId`, code: 'duplicate', values: { first: first + 1 } }] : []),
      ...(levels.length === 0 && publicNoticeWorkingDays === 0
        ? [{ path: `${path}.levels`, code: 'rule-asks-nothing' }]
        : []),
      ...levelFaults(levels, `${path}.levels`),
    ];
  });

/** More than its deadline no level needs. */
const reviewClearFaults = ({ reviewClearWorkingDays, reviewWorkingDays: most }: Settings): readonly FieldError[] =>
  reviewClearWorkingDays <= most
    ? []
    : [{ path: 'reviewClearWorkingDays', code: 'review-clear-long', values: { most } }];

const clockFaults = ({ incidentClocks: set }: Settings): readonly FieldError[] =>
  set.firstAnswerWarningSeconds < set.firstAnswerSeconds &&
  set.handlingWarningSeconds < set.handlingSeconds &&
  set.firstAnswerSeconds <= set.handlingSeconds
    ? []
    : [{ path: 'incidentClocks', code: 'incident-clocks' }];

/** What contradicts itself in a settings record. */
export const settingsFaults = (settings: Settings): readonly FieldError[] => [
  ...startFaults(settings.slots),
  ...sessionFaults(settings.slots),
  ...levelFaults(settings.reviewLevels, 'reviewLevels'),
  ...reviewRuleFaults(settings.reviewRules),
  ...reviewClearFaults(settings),
  ...clockFaults(settings),
];
