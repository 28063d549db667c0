import type { Settings } from '../../../../lib/domain/catalogue/settings.ts';
import type { Body } from '../../api/contract.ts';
import type { NumberPath } from './setting-paths.ts';
import { isNumberPath, settingPaths } from './setting-words.ts';
import { type NameRow, type RuleRow, type SettingsForm, settingsToForm } from './settings-form.ts';

type Change = Body<'put-settings'>;

/** Limits that a district need not set: an empty field takes them away. */
export const removable: readonly string[] = [
  'maxVisitsPerHorizon',
  'maxPersonVisitsPerHorizon',
  'maxPersonHoursPerHorizon',
] satisfies readonly NumberPath[];

/** Nothing typed is no number, and refused as such. */
const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** 09:00 10:30 on a line, 13:30 15:00 on the next: starts, and which of them make a session. */
const toSlots = (minutes: number, text: string): Settings['slots'] => {
  const sessions = text.split('\n').map((line) => line.split(/[\s,，、]+/).filter(Boolean));
  const filled = sessions.filter((session) => session.length > 0);
  const firsts = filled.map((_, at) => filled.slice(0, at).flat().length);
  return {
    minutes,
    starts: filled.flat(),
    sessions: filled.map((session, at) => session.map((__, slot) => (firsts[at] ?? 0) + slot)),
  };
};

const some = <Value extends string>(all: readonly Value[], chosen: readonly string[]): readonly Value[] | undefined => {
  const found = all.filter((value) => chosen.includes(value));
  return found.length > 0 ? found : undefined;
};
const levelsOf = (chosen: readonly string[]): readonly (1 | 2 | 3)[] =>
  ([1, 2, 3] as const).filter((level) => chosen.includes(String(level)));

const rowToRule = (row: RuleRow): Settings['reviewRules'][number] => ({
  ruleId: row.ruleId,
  name: { zh: row.zh, en: row.en },
  when: {
    departmentsFrom: row.departmentsFrom ? numberOf(row.departmentsFrom) : undefined,
    planTypes: some(['routine', 'special', 'case'], row.planTypes),
    industries: row.industries.length > 0 ? row.industries : undefined,
    modes: some(['announced', 'unannounced'], row.modes),
  },
  levels: levelsOf(row.levels),
  publicNoticeWorkingDays: row.publicNotice ? numberOf(row.publicNotice) : undefined,
});

type NamesChange = NonNullable<Change['names']>['streets'];

/** Names that are new or read otherwise, and null for those that are gone. */
const toNames = (rows: readonly NameRow[], base: readonly NameRow[]): NamesChange => {
  const gone = base.filter(({ code }) => !rows.some((row) => row.code === code));
  const named = rows.filter((row) => !base.some((known) => isSame(known, row)));
  return Object.fromEntries([
    ...gone.map(({ code }) => [code, null] as const),
    ...named.map(({ code, zh, en }) => [code, { zh, en }] as const),
  ]);
};

/** Only what differs from the settings of that day: the service carries over what is not named. */
export const formToChange = (form: SettingsForm, settings: Settings, effectiveFrom: string, reason: string): Change => {
  const base = settingsToForm(settings);
  const number = (path: NumberPath): number => numberOf(form.numbers[path] ?? '');
  const isTouched = (head: string): boolean =>
    settingPaths.some((path) => path.startsWith(head) && form.numbers[path] !== base.numbers[path]);
  const single = settingPaths.filter((path) => isNumberPath(path) && !path.includes('.') && isTouched(path));
  const singles = single.map((path) => {
    const text = form.numbers[path] ?? '';
    return [path, text.trim() === '' && removable.includes(path) ? null : numberOf(text)] as const;
  });
  const isOther = (...parts: readonly (keyof SettingsForm)[]): boolean =>
    parts.some((part) => !isSame(form[part], base[part]));
  const { texts } = form;
  const isText = (head: string): boolean =>
    Object.entries(texts).some(
      ([path, text]) => path.startsWith(head) && !isSame(text, new Map(Object.entries(base.texts)).get(path)),
    );
  const caps = Object.entries(form.capOf).filter(([code, cap]) => cap !== (base.capOf[code] ?? ''));
  return {
    effectiveFrom,
    ...(reason.trim() ? { reason: reason.trim() } : {}),
    ...Object.fromEntries(singles),
    ...(isTouched('slots.') || isText('slots.')
      ? { slots: toSlots(number('slots.minutes'), texts['slots.sessions']) }
      : {}),
    ...(isTouched('yearlyCap.') || caps.length > 0
      ? {
          yearlyCap: {
            perDepartment: number('yearlyCap.perDepartment'),
            byDepartment: Object.fromEntries(caps.map(([code, cap]) => [code, cap === '' ? null : numberOf(cap)])),
          },
        }
      : {}),
    ...(isTouched('requestWeights.')
      ? {
          requestWeights: {
            routine: number('requestWeights.routine'),
            special: number('requestWeights.special'),
            case: number('requestWeights.case'),
          },
        }
      : {}),
    ...(isTouched('costWeights.')
      ? {
          costWeights: {
            unscheduled: number('costWeights.unscheduled'),
            visit: number('costWeights.visit'),
            attendance: number('costWeights.attendance'),
            trip: number('costWeights.trip'),
          },
        }
      : {}),
    ...(isTouched('incidentClocks.')
      ? {
          incidentClocks: {
            firstAnswerSeconds: number('incidentClocks.firstAnswerSeconds'),
            firstAnswerWarningSeconds: number('incidentClocks.firstAnswerWarningSeconds'),
            handlingSeconds: number('incidentClocks.handlingSeconds'),
            handlingWarningSeconds: number('incidentClocks.handlingWarningSeconds'),
          },
        }
      : {}),
    ...(isText('districtName.')
      ? { districtName: { zh: texts['districtName.zh'], en: texts['districtName.en'] } }
      : {}),
    ...(isText('office.')
      ? {
          office: {
            name: texts['office.name'],
            phone: texts['office.phone'],
            complaintPhone: texts['office.complaintPhone'],
          },
        }
      : {}),
    ...(isText('policeDepartment') ? { policeDepartment: texts.policeDepartment } : {}),
    ...(isOther('jointTeamSharesMinimum') ? { jointTeamSharesMinimum: form.jointTeamSharesMinimum } : {}),
    ...(isOther('lexicographicPlanning') ? { lexicographicPlanning: form.lexicographicPlanning } : {}),
    ...(isOther('reviewLevels') ? { reviewLevels: levelsOf(form.reviewLevels) } : {}),
    ...(isOther('reviewRules') ? { reviewRules: form.reviewRules.map(rowToRule) } : {}),
    ...(isOther('caps')
      ? {
          caps: form.caps.map(({ per, department, types, grades, most }) => ({
            per: per === 'business' ? 'business' : 'department',
            department: department || undefined,
            types: some(['routine', 'special'], types),
            grades: some(['A', 'B', 'C', 'D'], grades),
            most: numberOf(most),
          })),
        }
      : {}),
    ...(isOther('quietDays')
      ? {
          quietDays: form.quietDays.map(({ street, industry, ...days }) => ({
            ...days,
            street: street || undefined,
            industry: industry || undefined,
          })),
        }
      : {}),
    ...(isOther('departments', 'streets', 'industries')
      ? {
          names: {
            departments: toNames(form.departments, base.departments),
            streets: toNames(form.streets, base.streets),
            industries: toNames(form.industries, base.industries),
          },
        }
      : {}),
  };
};

/** Whether a change names anything but its day and its reason. */
export const changesNothing = ({ effectiveFrom: _, reason: __, ...rest }: Change): boolean =>
  Object.keys(rest).length === 0;
