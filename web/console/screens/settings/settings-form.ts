import { defaultSettings, type Name, type Settings } from '../../../../lib/domain/catalogue/settings.ts';
import { settingsByPath } from '../../../../lib/domain/catalogue/settings-differences.ts';
import type { Answer } from '../../api/contract.ts';
import type { NumberPath, TextPath } from './setting-paths.ts';
import { isNumberPath, settingPaths } from './setting-words.ts';

type Rule = Settings['reviewRules'][number];
export type NameKind = keyof Settings['names'];

export type CapRow = {
  readonly per: string;
  readonly department: string;
  readonly types: readonly string[];
  readonly grades: readonly string[];
  readonly most: string;
};
export type QuietRow = {
  readonly from: string;
  readonly to: string;
  readonly street: string;
  readonly industry: string;
  readonly reason: string;
};
export type RuleRow = {
  readonly ruleId: string;
  readonly zh: string;
  readonly en: string;
  readonly departmentsFrom: string;
  readonly planTypes: readonly string[];
  readonly industries: readonly string[];
  readonly modes: readonly string[];
  readonly levels: readonly string[];
  readonly publicNotice: string;
};
export type NameRow = Name & { readonly code: string };

/** The settings as a form has them: numbers as typed, lists as rows. */
export type SettingsForm = {
  /** By `NumberPath`. */
  readonly numbers: Readonly<Record<string, string>>;
  readonly texts: Readonly<Record<TextPath, string>>;
  readonly jointTeamSharesMinimum: boolean;
  readonly lexicographicPlanning: boolean;
  readonly reviewLevels: readonly string[];
  readonly reviewRules: readonly RuleRow[];
  readonly capOf: Readonly<Record<string, string>>;
  readonly caps: readonly CapRow[];
  readonly quietDays: readonly QuietRow[];
  readonly departments: readonly NameRow[];
  readonly streets: readonly NameRow[];
  readonly industries: readonly NameRow[];
};

/** What somebody has typed over the settings of a day: it stays when these change beneath. */
export type SettingsEdits = Partial<Omit<SettingsForm, 'numbers' | 'texts' | 'capOf'>> & {
  readonly numbers: Readonly<Record<string, string>>;
  readonly texts: Partial<Record<TextPath, string>>;
  readonly capOf: Readonly<Record<string, string>>;
};
export const noEdits: SettingsEdits = { numbers: {}, texts: {}, capOf: {} };

/** The answer's settings with what a record of an earlier release did not know. */
export const completeSettings = (inForce: Answer<'get-settings'>['inForce']): Settings => ({
  ...defaultSettings,
  ...inForce,
});

const asText = (value: unknown): string => (value === undefined ? '' : String(value));
const numberPaths: readonly NumberPath[] = settingPaths.filter(isNumberPath);

const namesToRows = (names: Readonly<Record<string, Name>>): readonly NameRow[] =>
  Object.entries(names).map(([code, { zh, en }]) => ({ code, zh, en }));

const ruleToRow = ({ ruleId, name, when, levels, publicNoticeWorkingDays }: Rule): RuleRow => ({
  ruleId,
  zh: name.zh,
  en: name.en,
  departmentsFrom: asText(when.departmentsFrom),
  planTypes: when.planTypes ?? [],
  industries: when.industries ?? [],
  modes: when.modes ?? [],
  levels: levels.map(String),
  publicNotice: asText(publicNoticeWorkingDays),
});

export const settingsToForm = (settings: Settings): SettingsForm => {
  const { slots, names } = settings;
  const values = settingsByPath(settings);
  return {
    numbers: Object.fromEntries(numberPaths.map((path) => [path, asText(values.get(path))])),
    texts: {
      'districtName.zh': settings.districtName.zh,
      'districtName.en': settings.districtName.en,
      'office.name': settings.office.name,
      'office.phone': settings.office.phone,
      'office.complaintPhone': settings.office.complaintPhone,
      policeDepartment: settings.policeDepartment,
      'slots.sessions': slots.sessions
        .map((session) => session.map((slot) => slots.starts[slot] ?? '').join(' '))
        .join('\n'),
    },
    jointTeamSharesMinimum: settings.jointTeamSharesMinimum,
    lexicographicPlanning: settings.lexicographicPlanning ?? false,
    reviewLevels: settings.reviewLevels.map(String),
    reviewRules: settings.reviewRules.map(ruleToRow),
    capOf: Object.fromEntries(
      Object.entries(settings.yearlyCap.byDepartment).map(([code, cap]) => [code, String(cap)]),
    ),
    caps: settings.caps.map(({ per, department = '', types = [], grades = [], most }) => ({
      per,
      department,
      types,
      grades,
      most: String(most),
    })),
    quietDays: settings.quietDays.map(({ street = '', industry = '', ...days }) => ({ ...days, street, industry })),
    departments: namesToRows(names.departments),
    streets: namesToRows(names.streets),
    industries: namesToRows(names.industries),
  };
};

/** The form as it stands: what was typed over what holds. */
export const editedForm = (base: SettingsForm, edits: SettingsEdits): SettingsForm => ({
  ...base,
  ...edits,
  numbers: { ...base.numbers, ...edits.numbers },
  texts: { ...base.texts, ...edits.texts },
  capOf: { ...base.capOf, ...edits.capOf },
});
