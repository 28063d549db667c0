import type { SettingPath, SettingWords } from './setting-paths.ts';

const penaltyLaw = (article: string, number: number) => ({
  zh: `行政处罚法第${article}条`,
  en: `Administrative Penalty Law, art. ${number}`,
});
const referralRules = (article: string, number: number) => ({
  zh: `行政执法机关移送涉嫌犯罪案件的规定（国务院令第730号）第${article}条`,
  en: `State Council Decree 730, art. ${number}`,
});

/** Settings of what follows a finding or an incident, and of the district itself. */
export const findingSettings = {
  findingDueWorkingDays: {
    group: 'findings',
    unit: 'workingDays',
    zh: '默认整改期限',
    en: 'Time to correct, where none is set',
  },
  verifyWorkingDays: { group: 'findings', unit: 'workingDays', zh: '核实期限', en: 'Time to verify an answer' },
  closeWorkingDays: { group: 'findings', unit: 'workingDays', zh: '办结期限', en: 'Time to close once verified' },
  remindFindingWorkingDaysBefore: {
    group: 'findings',
    unit: 'workingDays',
    zh: '整改到期前提醒',
    en: 'Reminder before a deadline',
    means: { zh: '0 为不提醒', en: '0 for never' },
  },
  escalateAfterWorkingDays: {
    group: 'findings',
    unit: 'workingDays',
    zh: '逾期多久升级',
    en: 'An overdue finding is escalated after',
  },
  firstOffenceDays: {
    group: 'findings',
    unit: 'days',
    zh: '首违认定回溯',
    en: 'First offence: nothing alike within',
    source: penaltyLaw('三十三', 33),
  },
  settleWorkingDays: {
    group: 'findings',
    unit: 'workingDays',
    zh: '自治协商期限',
    en: 'Time to agree on a settlement',
  },
  followUpWorkingDays: { group: 'findings', unit: 'workingDays', zh: '协商履行回访', en: 'Follow-up of a settlement' },
  handOverWorkingDays: { group: 'findings', unit: 'workingDays', zh: '立案移交期限', en: 'Time to hand a case over' },
  generalCaseDays: {
    group: 'findings',
    unit: 'days',
    zh: '普通程序办案期限',
    en: 'General procedure: time to decide',
    means: { zh: '自立案之日起，自然日', en: 'Calendar days from filing' },
    source: penaltyLaw('六十', 60),
  },
  simpleCaseFineAtMostYuan: {
    group: 'findings',
    unit: 'yuan',
    zh: '简易程序罚款上限',
    en: 'Simple procedure: highest fine',
    means: { zh: '对法人或其他组织', en: 'On an organisation' },
    source: penaltyLaw('五十一', 51),
  },
  referralDecideDays: {
    group: 'findings',
    unit: 'days',
    zh: '移送决定期限',
    en: 'Referral: time to decide',
    source: referralRules('五', 5),
  },
  referralSendHours: {
    group: 'findings',
    unit: 'hours',
    zh: '移送时限',
    en: 'Referral: sent within',
    source: referralRules('五', 5),
  },
  referralAnswerDays: {
    group: 'findings',
    unit: 'days',
    zh: '受理答复期限',
    en: 'Referral: answered within',
    source: referralRules('八', 8),
  },
  referralAlertHours: { group: 'findings', unit: 'hours', zh: '移送到期前预警', en: 'Referral: alert before the end' },
  policeDepartment: {
    group: 'findings',
    zh: '受理涉嫌犯罪案件的部门',
    en: 'Department that takes suspected crimes over',
  },
  'incidentClocks.firstAnswerSeconds': {
    group: 'incidents',
    unit: 'seconds',
    zh: '首次响应时限',
    en: 'First answer within',
    source: { zh: '上城区：5 分钟响应', en: 'Shangcheng: 5 minutes' },
  },
  'incidentClocks.firstAnswerWarningSeconds': {
    group: 'incidents',
    unit: 'seconds',
    zh: '响应到期前预警',
    en: 'Warned before that ends',
  },
  'incidentClocks.handlingSeconds': {
    group: 'incidents',
    unit: 'seconds',
    zh: '处置时限',
    en: 'Handled within',
    source: { zh: '上城区：25 分钟处置', en: 'Shangcheng: 25 minutes' },
  },
  'incidentClocks.handlingWarningSeconds': {
    group: 'incidents',
    unit: 'seconds',
    zh: '处置到期前预警',
    en: 'Warned before handling ends',
  },
  'districtName.zh': { group: 'district', zh: '区名（中文）', en: 'Name of the district, Chinese' },
  'districtName.en': { group: 'district', zh: '区名（英文）', en: 'Name of the district, English' },
  'office.name': { group: 'district', zh: '统筹中心名称', en: 'Name of the centre' },
  'office.phone': { group: 'district', zh: '统筹中心电话', en: "The centre's phone" },
  'office.complaintPhone': {
    group: 'district',
    zh: '投诉电话',
    en: 'Phone for complaints',
    means: { zh: '印在每份通知书上', en: 'Printed on every notice' },
  },
  'names.departments': { group: 'district', zh: '部门名称', en: 'Names of departments' },
  'names.streets': { group: 'district', zh: '街道名称', en: 'Names of streets' },
  'names.industries': { group: 'district', zh: '行业名称', en: 'Names of industries' },
} as const satisfies Partial<Record<SettingPath, SettingWords>>;
