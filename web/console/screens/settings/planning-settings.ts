import type { SettingPath, SettingWords } from './setting-paths.ts';

/** Settings of consolidations: what is planned, its limits, and who reviews it. */
export const planningSettings = {
  'slots.minutes': { group: 'planning', unit: 'minutes', zh: '每段时长', en: 'Length of a slot' },
  'slots.sessions': {
    group: 'planning',
    zh: '每日开始时间',
    en: 'Starts of a day',
    means: {
      zh: '每行为一个半天，如 09:00 10:30；同一半天内同街道的检查算一趟出行',
      en: 'A line for each session, such as 09:00 10:30; visits of a street within one are one trip',
    },
  },
  inspectorsPerTeam: {
    group: 'planning',
    unit: 'people',
    zh: '每组执法人员',
    en: 'Inspectors in a team',
    source: { zh: '行政处罚法第四十二条：不得少于两人', en: 'Administrative Penalty Law, art. 42: two at least' },
  },
  jointTeamSharesMinimum: {
    group: 'planning',
    zh: '联合组队',
    en: 'Joint teams',
    means: {
      zh: '联合检查中各队合计达到最少人数即可，每队至少一人',
      en: 'The units of a joint visit bring the least number together, each at least one',
    },
  },
  minGapDays: {
    group: 'planning',
    unit: 'days',
    zh: '同一主体两次检查最短间隔',
    en: 'Shortest gap between visits to a business',
  },
  alertWithinDays: {
    group: 'planning',
    unit: 'days',
    zh: '重复上门提醒',
    en: 'Alert on a second visit',
    means: {
      zh: '此天数内再次上门，发布前提醒',
      en: 'A business visited again within so many days is named before publication',
    },
  },
  maxVisitsPerHorizon: {
    group: 'planning',
    unit: 'times',
    zh: '每期每主体最多检查',
    en: 'Most visits to a business in a horizon',
  },
  maxPersonVisitsPerHorizon: {
    group: 'planning',
    unit: 'personVisits',
    zh: '每期每主体最多人次',
    en: 'Most person-visits to a business in a horizon',
  },
  maxPersonHoursPerHorizon: {
    group: 'planning',
    unit: 'personHours',
    zh: '每期每主体最多工时',
    en: 'Most person-hours at a business in a horizon',
  },
  'requestWeights.routine': {
    group: 'planning',
    unit: 'weight',
    zh: '日常任务权重',
    en: 'Weight of a routine request',
  },
  'requestWeights.special': {
    group: 'planning',
    unit: 'weight',
    zh: '专项任务权重',
    en: 'Weight of a special request',
  },
  'requestWeights.case': { group: 'planning', unit: 'weight', zh: '个案任务权重', en: 'Weight of a case request' },
  'costWeights.unscheduled': {
    group: 'planning',
    unit: 'weight',
    zh: '代价：任务未安排',
    en: 'Cost of a request left out',
    means: { zh: '乘以任务权重', en: 'Times the weight of the request' },
  },
  'costWeights.visit': { group: 'planning', unit: 'weight', zh: '代价：一次上门', en: 'Cost of a visit' },
  'costWeights.attendance': { group: 'planning', unit: 'weight', zh: '代价：一队到场', en: 'Cost of a unit attending' },
  'costWeights.trip': { group: 'planning', unit: 'weight', zh: '代价：一趟出行', en: 'Cost of a trip to a street' },
  lexicographicPlanning: {
    group: 'planning',
    zh: '逐级优先',
    en: 'Strict priorities',
    means: {
      zh: '先求上门最少，再求到场最少，再求出行最少；不用上面的代价',
      en: 'Fewest visits first, then attendances, then trips; the costs above are set aside',
    },
  },
  planningSeconds: {
    group: 'planning',
    unit: 'seconds',
    zh: '统筹计算时限',
    en: 'Longest search of a planning run',
    means: { zh: '已证明最优则提前结束', en: 'It ends as soon as the plan is proven best' },
  },
  'yearlyCap.perDepartment': {
    group: 'caps',
    unit: 'times',
    zh: '每部门每主体每年上限',
    en: 'Yearly visits of a department to a business',
    means: {
      zh: '计日常与专项；个案检查不受限',
      en: 'Routine and special visits count; a case check is never stopped',
    },
    source: { zh: '国办发〔2024〕54号：公布年度检查频次上限', en: 'State Council Office 2024 no. 54: a yearly cap' },
  },
  'yearlyCap.byDepartment': {
    group: 'caps',
    unit: 'times',
    zh: '另有规定的部门',
    en: 'Departments with a cap of their own',
    means: { zh: '空白即用上面的上限', en: 'Empty: the cap above' },
  },
  caps: {
    group: 'caps',
    zh: '按类型、信用等级的上限',
    en: 'Caps by type and credit grade',
    means: { zh: '与上面的上限同时适用', en: 'They hold beside the cap above' },
  },
  quietDays: {
    group: 'caps',
    zh: '安静期',
    en: 'Quiet days',
    means: {
      zh: '不安排入企检查的日子；不填街道与行业即全区',
      en: 'Days without visits; the whole district without street and industry',
    },
  },
  reservePercent: {
    group: 'caps',
    unit: 'percent',
    zh: '预留执法力量',
    en: 'Capacity held back',
    means: { zh: '为紧急检查和调整预留的班组时段', en: 'Team-slots kept for urgent requests and repairs' },
  },
  reserveReleasedWorkingDays: {
    group: 'caps',
    unit: 'workingDays',
    zh: '预留提前释放',
    en: 'Reserve released before the day',
  },
  reviewLevels: {
    group: 'review',
    zh: '须经的法制审核级别',
    en: 'Levels of legal review',
    means: { zh: '每次统筹发布前都须经过', en: 'Every consolidation passes them before it is published' },
  },
  reviewRules: {
    group: 'review',
    zh: '加审与公示规则',
    en: 'Rules for further review and public notice',
    means: { zh: '所列条件须同时满足', en: 'Every condition named must hold' },
  },
  reviewWorkingDays: { group: 'review', unit: 'workingDays', zh: '每级审核期限', en: 'Time for each level to decide' },
  reviewClearWorkingDays: {
    group: 'review',
    unit: 'workingDays',
    zh: '每级审核预留',
    en: 'Kept clear for each level',
    means: {
      zh: '通常所需时间：统筹不在审核、公示、告知期满前安排检查',
      en: 'What it usually takes: nothing is planned before review, public notice and notice can be over',
    },
  },
} as const satisfies Partial<Record<SettingPath, SettingWords>>;
