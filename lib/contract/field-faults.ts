import type { Name } from '../domain/settings.ts';

// Words for the codes of `errors[]`. `{name}` is replaced by the fault's value of that name. Codes that zod itself
// raises (invalid-type, too-small, …) take zod's own words in both languages.

export const fieldFaults = {
  required: { zh: '必填', en: 'Required' },
  json: { zh: '不是有效的 JSON', en: 'Not valid JSON' },
  date: { zh: '须为实际存在的日期（YYYY-MM-DD）', en: 'Must be a date that exists (YYYY-MM-DD)' },
  cursor: { zh: '不是本列表给出的游标', en: 'Not a cursor of this list' },
  'if-match': { zh: 'If-Match 须为版本号', en: 'If-Match must be a version number' },
  'idempotency-key': { zh: '幂等键须为 1 至 200 个可见字符', en: 'An idempotency key has 1 to 200 visible characters' },
  'key-reused': { zh: '此幂等键已用于内容不同的请求', en: 'This key was used with a request of another content' },
  'key-in-progress': {
    zh: '相同的请求正在处理，请稍后重试',
    en: 'The same request is being worked on; try again shortly',
  },
  claim: { zh: '令牌缺少该角色所需的声明', en: 'The token lacks a claim that its role needs' },
  role: { zh: '需要以下角色之一：{roles}', en: 'Needs one of the roles {roles}' },
  version: { zh: '现为第 {current} 版', en: 'Now at version {current}' },
  status: { zh: '当前状态为 {status}', en: 'The state is {status}' },
  'window-reversed': { zh: '结束早于开始', en: 'Ends before it begins' },
  'window-closed': { zh: '期限已过', en: 'Has closed already' },
  'window-outside': { zh: '超出计划的检查期限', en: "Outside the plan's window" },
  'window-without-working-day': { zh: '期限内没有工作日', en: 'Holds no working day' },
  'calendar-unknown': { zh: '{year} 年的工作日历尚未设定', en: 'The calendar does not know the year {year}' },
  'calendar-year': { zh: '日期不属于该年度', en: 'Lies outside the year' },
  'calendar-weekday': { zh: '调休上班日须为周六或周日', en: 'A make-up day must be a Saturday or Sunday' },
  'calendar-weekend': { zh: '节假日须为周一至周五', en: 'A holiday must be a weekday' },
  'credit-code-form': {
    zh: '须为 18 位统一社会信用代码加场所序号（如 …-01）',
    en: 'Must be an 18-character credit code and a site number (…-01)',
  },
  'credit-code-check': {
    zh: '统一社会信用代码校验位不符（GB 32100）',
    en: 'The check character of the credit code is wrong (GB 32100)',
  },
  duplicate: { zh: '与第 {first} 项重复', en: 'The same as entry {first}' },
  'item-unknown': { zh: '清单中没有此检查事项', en: 'The catalogue has no such item' },
  'item-not-in-force': { zh: '该事项在检查期限内未生效或已失效', en: 'The item is not in force within the window' },
  'item-of-other-department': { zh: '该事项属于 {department}', en: 'The item belongs to {department}' },
  'item-not-in-plan': { zh: '计划未列此事项', en: "Not among the plan's items" },
  'department-without-items': {
    zh: '发起部门没有列入任何本部门事项',
    en: 'None of the items belongs to the department that submits',
  },
  'business-unknown': { zh: '没有此经营主体', en: 'No such business' },
  'special-needs-reference': {
    zh: '专项检查须注明批准文号',
    en: 'A special plan needs its approval and filing reference',
  },
  'targets-one-way': { zh: '点名与抽取只能择一', en: 'Name businesses or draw them, not both' },
  'targets-missing': { zh: '须点名主体或抽取主体', en: 'Name businesses or draw them' },
  'draw-one-way': { zh: '比例、数量、分级比例须且只能选一', en: 'Exactly one of ratio, count and byGrade' },
  'draw-empty': { zh: '没有可抽取的主体', en: 'Nothing to draw from' },
  'too-many-requests': { zh: '一个计划最多 {most} 项检查任务', en: 'A plan takes at most {most} requests' },
  'cap-reached': {
    zh: '该部门本年度对此主体的检查已达上限 {cap} 次',
    en: 'The department has reached its cap of {cap} visits this year',
  },
  'horizon-past': { zh: '期间内没有仍可安排的工作日', en: 'No working day of the horizon can still be planned' },
  'horizon-long': { zh: '期间最多 {most} 天', en: 'A horizon has at most {most} days' },
  'level-not-required': { zh: '此统筹无需第 {level} 级审核', en: 'Level {level} is not required here' },
  'level-not-yours': { zh: '您不是该级审核人', en: 'Not your level' },
  'level-decided': { zh: '该级已作出决定', en: 'This level has decided' },
  'own-submission': { zh: '不得审核本人发起的统筹', en: 'Nobody reviews what they started themselves' },
  'rejection-needs-comment': { zh: '退回须说明理由', en: 'A rejection needs its reason' },
  'code-wrong': { zh: '检查码不符', en: 'Not the code of this visit' },
  'item-not-in-visit': { zh: '本次检查不含此事项', en: 'Not a check of this visit' },
  'item-of-other-unit': { zh: '该事项由其他执法队检查', en: 'Another unit performs this check' },
  'result-stands': { zh: '该事项已有结果', en: 'A result stands already' },
  'finding-needs-description': { zh: '发现问题须说明', en: 'An outcome "finding" needs at least one finding' },
  'findings-without-finding': { zh: '仅结果为“发现问题”时可列问题', en: 'Findings only with the outcome "finding"' },
  'not-checked-needs-reason': { zh: '未检查须说明原因', en: 'Not checked: say why' },
  'due-past': { zh: '整改期限早于检查日', en: 'Due before the visit' },
  'slots-order': { zh: '时段须按先后排列且不重叠', en: 'Starts must ascend without overlap' },
  'slots-session': {
    zh: '每个时段须恰属一个半天',
    en: 'Every slot belongs to exactly one session of consecutive slots',
  },
  'levels-order': { zh: '审核级别须由低到高且不重复', en: 'Levels ascend without repeats' },
} as const satisfies Record<string, Name>;

export type FieldFault = keyof typeof fieldFaults;
