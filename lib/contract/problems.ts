import type { Name } from '../domain/catalogue/settings.ts';

type Kind = { readonly status: number; readonly title: Name };

/** The refusals that a caller may meet: the kind is the problem's `type`, its number the status. One closed table. */
export const problemKinds = {
  malformed: { status: 400, title: { zh: '请求格式有误', en: 'The request is malformed' } },
  unauthenticated: { status: 401, title: { zh: '需要登录', en: 'Sign-in is needed' } },
  forbidden: { status: 403, title: { zh: '该角色无权进行此操作', en: 'The role may not do this' } },
  'not-found': { status: 404, title: { zh: '不存在，或不在您的范围内', en: 'Unknown, or not yours' } },
  'method-not-allowed': { status: 405, title: { zh: '该地址不支持此方法', en: 'The path has no such method' } },
  'state-conflict': { status: 409, title: { zh: '当前状态不允许此操作', en: 'The state does not allow this' } },
  'key-reused': {
    status: 409,
    title: { zh: '幂等键已用于另一请求', en: 'The idempotency key was used with another body' },
  },
  'key-in-progress': { status: 409, title: { zh: '同一请求正在处理', en: 'The same request is being worked on' } },
  'version-mismatch': { status: 412, title: { zh: '记录已被修改', en: 'The record has changed since' } },
  'too-large': { status: 413, title: { zh: '请求内容过大', en: 'The request is too large' } },
  'media-type': { status: 415, title: { zh: '请求内容须为 JSON', en: 'The body must be JSON' } },
  'plan-refused': { status: 422, title: { zh: '检查计划不符合规则', en: 'A rule refuses the plan' } },
  'calendar-unknown': {
    status: 422,
    title: { zh: '该年度工作日历尚未设定', en: 'The calendar does not know this year' },
  },
  'calendar-refused': { status: 422, title: { zh: '日历内容不符合规则', en: 'A rule refuses the calendar' } },
  'settings-refused': { status: 422, title: { zh: '设置内容不符合规则', en: 'A rule refuses the settings' } },
  'import-refused': { status: 422, title: { zh: '导入内容不符合规则', en: 'A rule refuses the import' } },
  'horizon-refused': { status: 422, title: { zh: '统筹期间不符合规则', en: 'A rule refuses the horizon' } },
  'review-refused': { status: 422, title: { zh: '审核不符合规则', en: 'A rule refuses the review' } },
  'publication-refused': { status: 422, title: { zh: '方案不可发布', en: 'A rule refuses the publication' } },
  'comparison-refused': { status: 422, title: { zh: '方案不可比较', en: 'These proposals cannot be compared' } },
  'rating-refused': { status: 422, title: { zh: '评价不符合规则', en: 'A rule refuses the rating' } },
  'draw-refused': { status: 422, title: { zh: '抽取不符合规则', en: 'A rule refuses the draw' } },
  'change-refused': { status: 422, title: { zh: '日程变更不符合规则', en: 'A rule refuses the change' } },
  'channels-refused': { status: 422, title: { zh: '通知渠道不符合规则', en: 'A rule refuses the channels' } },
  'template-refused': { status: 422, title: { zh: '通知模板不符合规则', en: 'A rule refuses the template' } },
  'test-refused': { status: 422, title: { zh: '无法测试发送', en: 'No test can be sent' } },
  'check-in-refused': { status: 422, title: { zh: '签到不符合规则', en: 'A rule refuses the check-in' } },
  'withdrawal-refused': { status: 422, title: { zh: '撤下申请不符合规则', en: 'A rule refuses the decision' } },
  'incident-refused': { status: 422, title: { zh: '上报事件不符合规则', en: 'A rule refuses it for this incident' } },
  'results-refused': { status: 422, title: { zh: '检查结果不符合规则', en: 'A rule refuses the results' } },
  'finding-refused': {
    status: 422,
    title: { zh: '问题处置不符合规则', en: 'A rule refuses what is done with the finding' },
  },
  'referral-refused': { status: 422, title: { zh: '移送不符合规则', en: 'A rule refuses the referral' } },
  'recurrence-refused': { status: 422, title: { zh: '周期计划不符合规则', en: 'A rule refuses the recurring plan' } },
  'objection-refused': {
    status: 422,
    title: { zh: '异议不符合规则', en: 'A rule refuses the objection' },
  },
  'cap-reached': { status: 422, title: { zh: '已达年度检查上限', en: 'The yearly cap is reached' } },
  'window-closed': { status: 422, title: { zh: '检查期限已过', en: 'The window has closed' } },
  'too-many-requests': { status: 429, title: { zh: '请求过于频繁', en: 'Too many requests' } },
  fault: { status: 500, title: { zh: '系统故障', en: 'A fault of the service' } },
} as const satisfies Record<string, Kind>;

export type ProblemKind = keyof typeof problemKinds;
