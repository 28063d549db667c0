import type { Name } from '../../../lib/domain/catalogue/settings.ts';

/** How a state is coloured: what is going on, what is well, what somebody must look at, what is over. */
export type Tone = 'plain' | 'going' | 'well' | 'look' | 'over';
export type Shown = Name & { readonly tone: Tone };

export const shown = (tone: Tone, zh: string, en: string): Shown => ({ tone, zh, en });

export const planStatuses = {
  draft: shown('plain', '草稿', 'Draft'),
  submitted: shown('going', '已提交', 'Submitted'),
  consolidated: shown('well', '已统筹', 'Consolidated'),
  closed: shown('over', '已办结', 'Closed'),
  withdrawn: shown('over', '已撤回', 'Withdrawn'),
};

export const jointPlanStatuses = {
  open: shown('look', '等待答复', 'Waiting for answers'),
  settled: shown('well', '均已答复', 'All answered'),
  withdrawn: shown('over', '已撤回', 'Withdrawn'),
};

export const shareStatuses = {
  waiting: shown('look', '待确认', 'To be confirmed'),
  confirmed: shown('well', '已确认', 'Confirmed'),
  declined: shown('over', '不参加', 'Declined'),
};

export const recurrenceStatuses = {
  active: shown('going', '进行中', 'Active'),
  ended: shown('over', '已终止', 'Ended'),
};

export const planTypes = {
  routine: { zh: '日常检查', en: 'Routine' },
  special: { zh: '专项检查', en: 'Special' },
  case: { zh: '个案检查', en: 'Case' },
};

export const modes = {
  announced: { zh: '事先告知', en: 'Announced' },
  unannounced: { zh: '不预告', en: 'Unannounced' },
};

export const dispositions = {
  scheduled: shown('going', '已排入联合检查', 'Has a visit'),
  satisfied: shown('well', '结果互认，无需上门', 'Answered by an earlier result'),
  unscheduled: shown('look', '未能安排', 'Could not be placed'),
  waiting: shown('plain', '待统筹', 'Waiting'),
  done: shown('well', '已完成', 'Done'),
  withdrawn: shown('over', '已撤回', 'Withdrawn'),
  remote: shown('well', '非现场完成', 'Done off site'),
};

export const consolidationStatuses = {
  queued: shown('going', '排队中', 'Queued'),
  running: shown('going', '统筹计算中', 'Planning'),
  proposed: shown('look', '待审核', 'Proposed'),
  'in-review': shown('look', '审核中', 'In review'),
  approved: shown('well', '审核通过', 'Approved'),
  publishing: shown('going', '发布中', 'Publishing'),
  published: shown('well', '已发布', 'Published'),
  failed: shown('look', '失败', 'Failed'),
  rejected: shown('look', '已退回', 'Rejected'),
  superseded: shown('over', '已被取代', 'Superseded'),
};

export const commandStatuses = {
  queued: shown('going', '已受理，排队中', 'Accepted, queued'),
  running: shown('going', '执行中', 'Under way'),
  done: shown('well', '已完成', 'Done'),
  refused: shown('look', '被拒绝', 'Refused'),
  failed: shown('look', '失败', 'Failed'),
};

export const visitStatuses = {
  planned: shown('plain', '已计划', 'Planned'),
  notified: shown('going', '已通知', 'Notified'),
  acknowledged: shown('going', '主体已确认', 'Acknowledged'),
  'under-way': shown('look', '检查中', 'Under way'),
  done: shown('well', '已完成', 'Done'),
  closed: shown('over', '已办结', 'Closed'),
  cancelled: shown('over', '已取消', 'Cancelled'),
  vetoed: shown('over', '街道否决', 'Vetoed'),
};

export const noticeStatuses = {
  held: shown('plain', '不预告，暂不通知', 'Held: unannounced'),
  due: shown('going', '待发送', 'Due'),
  sent: shown('going', '已发送', 'Sent'),
  delivered: shown('well', '已送达', 'Delivered'),
  read: shown('well', '已阅读', 'Read'),
  failed: shown('look', '送达失败', 'Not delivered'),
};

export const outcomes = {
  compliant: shown('well', '符合', 'Compliant'),
  finding: shown('look', '发现问题', 'Finding'),
  'not-checked': shown('plain', '未检查', 'Not checked'),
};

export const severities = {
  minor: { zh: '轻微', en: 'Minor' },
  major: { zh: '较重', en: 'Major' },
};

export const tiers = {
  high: shown('look', '高频', 'High'),
  medium: shown('going', '中频', 'Medium'),
  low: shown('plain', '低频', 'Low'),
};

export const roles = {
  planner: { zh: '计划员', en: 'Planner' },
  coordinator: { zh: '统筹员', en: 'Coordinator' },
  reviewer: { zh: '法制审核', en: 'Reviewer' },
  inspector: { zh: '执法人员', en: 'Inspector' },
  sentinel: { zh: '网格员', en: 'Grid sentinel' },
  admin: { zh: '管理员', en: 'Admin' },
};

export const reviewLevels = {
  1: { zh: '部门', en: 'Department' },
  2: { zh: '街道司法所', en: 'Street judicial office' },
  3: { zh: '区级', en: 'District' },
};
