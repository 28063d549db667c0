import type { Answer, Body } from '../../api/contract.ts';

type Settings = Answer<'get-settings'>['inForce'];
type Change = Body<'put-settings'>;

export const numberNames = [
  'noticeWorkingDays',
  'inspectorsPerTeam',
  'minGapDays',
  'alertWithinDays',
  'findingDueWorkingDays',
  'backfillDays',
  'checkInFarMetres',
  'objectWorkingDays',
  'planningSeconds',
] as const;
export type NumberName = (typeof numberNames)[number];

/** The main numbers of the rules while they are being changed, as typed. */
export type SettingsDraft = {
  readonly effectiveFrom: string;
  readonly numbers: Readonly<Record<NumberName, string>>;
  readonly perDepartment: string;
  readonly reviewLevels: readonly string[];
};

const asText = (value: number | undefined): string => (value === undefined ? '' : String(value));

export const settingsToDraft = (settings: Settings, effectiveFrom: string): SettingsDraft => ({
  effectiveFrom,
  numbers: {
    noticeWorkingDays: asText(settings.noticeWorkingDays),
    inspectorsPerTeam: asText(settings.inspectorsPerTeam),
    minGapDays: asText(settings.minGapDays),
    alertWithinDays: asText(settings.alertWithinDays),
    findingDueWorkingDays: asText(settings.findingDueWorkingDays),
    backfillDays: asText(settings.backfillDays),
    checkInFarMetres: asText(settings.checkInFarMetres),
    objectWorkingDays: asText(settings.objectWorkingDays),
    planningSeconds: asText(settings.planningSeconds),
  },
  perDepartment: asText(settings.yearlyCap?.perDepartment),
  reviewLevels: (settings.reviewLevels ?? []).map(String),
});

/** Only what differs from the settings in force: a record carries over what it does not name. */
export const draftToChange = (draft: SettingsDraft, settings: Settings): Change => {
  const before = settingsToDraft(settings, draft.effectiveFrom);
  const numbers = numberNames
    .filter((name) => draft.numbers[name] !== before.numbers[name])
    .map((name) => [name, Number(draft.numbers[name])] as const);
  const levels = ([1, 2, 3] as const).filter((level) => draft.reviewLevels.includes(String(level)));
  return {
    effectiveFrom: draft.effectiveFrom,
    ...Object.fromEntries(numbers),
    ...(draft.perDepartment === before.perDepartment
      ? {}
      : {
          yearlyCap: {
            perDepartment: Number(draft.perDepartment),
            byDepartment: settings.yearlyCap?.byDepartment ?? {},
          },
        }),
    ...(levels.join() === before.reviewLevels.join() ? {} : { reviewLevels: levels }),
  };
};
