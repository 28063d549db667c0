import type { Name } from '../../../../lib/domain/catalogue/settings.ts';
import { findingSettings } from './finding-settings.ts';
import { noticeSettings } from './notice-settings.ts';
import { planningSettings } from './planning-settings.ts';
import type { Forgotten, NumberPath, SettingGroup, SettingPath, SettingWords, Unit } from './setting-paths.ts';

/** Every setting, in the order in which screens show them: one without words does not compile. */
export const settingWords: Readonly<Record<SettingPath | Forgotten, SettingWords>> = {
  ...planningSettings,
  ...noticeSettings,
  ...findingSettings,
};

export const settingPaths: readonly SettingPath[] = [
  ...namesOf(planningSettings),
  ...namesOf(noticeSettings),
  ...namesOf(findingSettings),
];

function namesOf<Key extends string>(words: Readonly<Record<Key, SettingWords>>): readonly Key[] {
  const names: Key[] = [];
  for (const name in words) names.push(name);
  return names;
}

const parts: readonly string[] = [
  'slots.sessions',
  'jointTeamSharesMinimum',
  'lexicographicPlanning',
  'yearlyCap.byDepartment',
  'caps',
  'quietDays',
  'reviewLevels',
  'reviewRules',
  'policeDepartment',
  'districtName.zh',
  'districtName.en',
  'office.name',
  'office.phone',
  'office.complaintPhone',
  'names.departments',
  'names.streets',
  'names.industries',
] satisfies readonly Exclude<SettingPath, NumberPath>[];

export const isNumberPath = (path: SettingPath): path is NumberPath => !parts.includes(path);

export type GroupWords = { readonly group: SettingGroup; readonly name: Name; readonly affects: Name };

/** The areas of the rules, and on what a change in one takes hold. */
export const settingGroups: readonly GroupWords[] = [
  {
    group: 'planning',
    name: { zh: '统筹', en: 'Planning' },
    affects: {
      zh: '生效日起的日子，在保存后发起的统筹和调整中按新值；已有方案和已发布的检查不变',
      en: 'Days from then on, in consolidations and changes made after saving; proposals and published visits stay',
    },
  },
  {
    group: 'caps',
    name: { zh: '上限与安静期', en: 'Caps and quiet days' },
    affects: {
      zh: '此后的统筹、发布、紧急检查和改期按新值检查；已发布的检查不因此取消',
      en: 'Later consolidations, publications, urgent checks and moves are held to it; published visits are not called off',
    },
  },
  {
    group: 'review',
    name: { zh: '法制审核', en: 'Legal review' },
    affects: {
      zh: '此后形成的方案按新规则送审；审核中的方案不变',
      en: 'Proposals made after saving; those in review go on as they began',
    },
  },
  {
    group: 'notices',
    name: { zh: '通知与主体', en: 'Notices and businesses' },
    affects: {
      zh: '生效日起的通知、提醒、验证码和申请；已发出的不变',
      en: 'Notices, reminders, codes and wishes from then on; what was sent stays',
    },
  },
  {
    group: 'field',
    name: { zh: '现场与互认', en: 'Field and recognition' },
    affects: { zh: '生效日起的签到、补录和异议', en: 'Check-ins, late records and objections from then on' },
  },
  {
    group: 'findings',
    name: { zh: '问题处置与移送', en: 'Findings and referrals' },
    affects: { zh: '生效日起开始计算的时限；已在计算的不变', en: 'Clocks that start from then on; running ones stay' },
  },
  {
    group: 'publication',
    name: { zh: '公开', en: 'Publication' },
    affects: { zh: '公开页面与期限提示，自生效日起', en: 'Public pages and their deadlines from then on' },
  },
  {
    group: 'incidents',
    name: { zh: '网格上报', en: 'Incidents' },
    affects: { zh: '生效日起上报的事件；已在计时的不变', en: 'Incidents reported from then on; running clocks stay' },
  },
  {
    group: 'district',
    name: { zh: '本区与名称', en: 'The district and its names' },
    affects: { zh: '页面与此后发出的通知', en: 'Screens, and notices that go out from then on' },
  },
];

export const unitWords: Readonly<Record<Unit, Name>> = {
  workingDays: { zh: '个工作日', en: 'working days' },
  days: { zh: '天', en: 'days' },
  hours: { zh: '小时', en: 'hours' },
  minutes: { zh: '分钟', en: 'minutes' },
  seconds: { zh: '秒', en: 'seconds' },
  times: { zh: '次', en: 'times' },
  people: { zh: '人', en: 'people' },
  personVisits: { zh: '人次', en: 'person-visits' },
  personHours: { zh: '人时', en: 'person-hours' },
  metres: { zh: '米', en: 'metres' },
  percent: { zh: '%', en: '%' },
  yuan: { zh: '元', en: 'yuan' },
  messages: { zh: '条', en: 'messages' },
  weight: { zh: '', en: '' },
};
