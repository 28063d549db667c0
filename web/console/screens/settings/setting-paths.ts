import type { Name, Settings } from '../../../../lib/domain/catalogue/settings.ts';

/** The names within a group whose values are numbers. */
type NumbersOf<Group> = {
  [Key in keyof Group & string]-?: NonNullable<Group[Key]> extends number ? Key : never;
}[keyof Group & string];

type NumberGroup = 'requestWeights' | 'costWeights' | 'incidentClocks';
type GroupedNumber = { [Group in NumberGroup]: `${Group}.${NumbersOf<Settings[Group]>}` }[NumberGroup];

/** Every number of the rules, by its place in a settings record. */
export type NumberPath = NumbersOf<Settings> | GroupedNumber | 'slots.minutes' | 'yearlyCap.perDepartment';

type SwitchPath = 'jointTeamSharesMinimum' | 'lexicographicPlanning';
export type TextPath =
  | `districtName.${keyof Name}`
  | `office.${keyof Settings['office']}`
  | 'policeDepartment'
  | 'slots.sessions';

/** What is edited as a whole. */
export type PartPath =
  | SwitchPath
  | TextPath
  | 'reviewLevels'
  | 'reviewRules'
  | 'yearlyCap.byDepartment'
  | 'caps'
  | 'quietDays'
  | `names.${keyof Settings['names']}`;

export type SettingPath = NumberPath | PartPath;

type Covered = SettingPath extends infer Path ? (Path extends `${infer Head}.${string}` ? Head : Path) : never;
/** Settings of the domain that no path leads into: none, or the words of the settings fail to compile. */
export type Forgotten = Exclude<keyof Settings, Covered | 'effectiveFrom'>;

export type SettingGroup =
  | 'planning'
  | 'caps'
  | 'review'
  | 'notices'
  | 'field'
  | 'findings'
  | 'publication'
  | 'incidents'
  | 'district';

export type Unit =
  | 'workingDays'
  | 'days'
  | 'hours'
  | 'minutes'
  | 'seconds'
  | 'times'
  | 'people'
  | 'personVisits'
  | 'personHours'
  | 'metres'
  | 'percent'
  | 'yuan'
  | 'messages'
  | 'weight';

/** What a setting is called, what it does, its unit, and the law or the district's own rule behind it. */
export type SettingWords = Name & {
  readonly group: SettingGroup;
  readonly unit?: Unit;
  readonly means?: Name;
  readonly source?: Name;
};
