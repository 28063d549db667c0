import type { Name } from '../domain/catalogue/settings.ts';

/** The formulas behind the figures, in words, as `get-statistics` answers them with every figure. */
export const statisticsFormula: Name = {
  zh: [
    '减少检查次数 = 已完成检查任务数 − 完成这些任务的检查次数',
    '减少率 = 减少检查次数 ÷ 已完成检查任务数',
    '联合率 = 两个及以上部门的检查次数 ÷ 对两个及以上部门有任务的主体的检查次数',
    '检查人次 = 到场执法人员数之和；分别检查人次 = 已完成任务数 × 每组人数',
    '问题发现率 = 发现问题的检查次数 ÷ 检查次数',
    '满意度 = 企业对已完成检查评分（1 至 5）的平均值，评价过少时不显示平均值，不按执法队、不按单次检查显示',
    '取消的和以非现场方式完成的任务另行计数，不计入减少次数；按部门统计时，联合检查计入牵头部门，任务、人次和问题计入各自部门',
  ].join('；'),
  en: [
    'avoided = requests done − visits that did them',
    'reduction = avoided ÷ requests done',
    'joint rate = visits of two departments or more ÷ visits to businesses that two departments or more asked for',
    'person-visits = inspectors who came, added up; separately = requests done × team size',
    'problem-found = visits with a finding ÷ visits',
    'satisfaction = average of what businesses rated done visits (1 to 5), withheld where few have rated, never by unit or visit',
    'requests cancelled or done remotely are counted apart, never as avoided; by department, a joint visit counts with its lead, requests, people and findings with their own departments',
  ].join('; '),
};
