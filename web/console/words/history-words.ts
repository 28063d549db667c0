import type { Name } from '../../../lib/domain/settings.ts';

/** What the records say was done, in words; an action that is not here is shown as recorded. */
export const historyWords: Readonly<Record<string, Name>> = {
  drafted: { zh: '起草', en: 'Drafted' },
  submitted: { zh: '提交', en: 'Submitted' },
  appended: { zh: '追加任务', en: 'Requests appended' },
  consolidated: { zh: '纳入统筹', en: 'Consolidated' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
  closed: { zh: '办结', en: 'Closed' },
  started: { zh: '发起统筹', en: 'Started' },
  'planning-started': { zh: '开始计算', en: 'Planning began' },
  'planning-interrupted': { zh: '计算中断，自动重试', en: 'Planning interrupted, tried again' },
  'planning-failed': { zh: '计算失败', en: 'Planning failed' },
  proposed: { zh: '形成方案', en: 'Proposed' },
  'review-approved': { zh: '审核通过', en: 'Review approved' },
  'review-rejected': { zh: '审核退回', en: 'Review rejected' },
  publish: { zh: '发布', en: 'Publication asked for' },
  published: { zh: '已发布', en: 'Published' },
  joined: { zh: '并入新任务', en: 'More requests joined' },
  'notice-sent': { zh: '通知已发送', en: 'Notice sent' },
  'notice-failed': { zh: '通知送达失败', en: 'Notice not delivered' },
  'notice-read': { zh: '主体已阅读通知', en: 'Notice read' },
  acknowledged: { zh: '主体确认收到', en: 'Acknowledged' },
  'checked-in': { zh: '入企签到', en: 'Checked in' },
  'checked-in-off-day': { zh: '签到（非计划日期）', en: 'Checked in on another day' },
  'results-recorded': { zh: '记录结果', en: 'Results recorded' },
  'results-recognised': { zh: '结果已互认', en: 'Results recognised' },
  done: { zh: '检查完成', en: 'Done' },
  inserted: { zh: '紧急插入', en: 'Inserted' },
  'urgent-inserted': { zh: '紧急任务成为新检查', en: 'Urgent request became a visit' },
  'urgent-joined': { zh: '紧急任务并入检查', en: 'Urgent request joined a visit' },
  rescheduled: { zh: '改期', en: 'Rescheduled' },
  'short-notice-agreed': { zh: '主体同意缩短告知期', en: 'The business agreed to short notice' },
  'short-notice-reasoned': { zh: '缩短告知期并说明理由', en: 'Short notice, with its reason' },
  'team-redrawn': { zh: '重新抽取执法人员', en: 'Inspectors drawn again' },
  cancelled: { zh: '取消', en: 'Cancelled' },
  vetoed: { zh: '街道反向否决', en: 'Vetoed by the street' },
  reminded: { zh: '已提醒主体', en: 'The business was reminded' },
  'reminder-failed': { zh: '提醒未送达', en: 'Reminder not delivered' },
  'another-time-requested': { zh: '主体申请改期', en: 'The business asked for another time' },
  complained: { zh: '主体投诉', en: 'The business complained' },
  rated: { zh: '主体评价', en: 'The business rated it' },
  'rating-corrected': { zh: '主体修改评价', en: 'The business corrected its rating' },
};

/** Who acts where no person does. */
export const actors: Readonly<Record<string, Name>> = {
  system: { zh: '系统', en: 'The service' },
  business: { zh: '经营主体', en: 'The business' },
};

export const planningPhases: Readonly<Record<string, Name>> = {
  queued: { zh: '排队等候', en: 'Queued' },
  reading: { zh: '读取任务与日程', en: 'Reading requests and schedules' },
  planning: { zh: '合并检查、编排日程', en: 'Merging checks and placing visits' },
  writing: { zh: '写入方案', en: 'Writing the proposal' },
  proposed: { zh: '方案已形成', en: 'Proposed' },
};
