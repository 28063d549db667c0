import type { Name } from '../catalogue/settings.ts';

// The fixed words of a notice, in both languages, in the order in which it says them (rule 7).

export const noticeTitles = {
  new: { zh: '综合查一次检查通知书', en: 'Notice of inspection (inspect once)' },
  changed: { zh: '综合查一次检查通知书（变更）', en: 'Notice of inspection (changed)' },
  cancelled: { zh: '综合查一次检查取消通知书', en: 'Inspection cancelled' },
} as const satisfies Record<string, Name>;

export const planTypeWords = {
  routine: { zh: '日常检查', en: 'routine' },
  special: { zh: '专项检查', en: 'special' },
  case: { zh: '个案检查', en: 'case' },
} as const satisfies Record<string, Name>;

export const outcomeWords = {
  compliant: { zh: '符合要求', en: 'compliant' },
  finding: { zh: '发现问题', en: 'finding' },
  'not-checked': { zh: '未检查', en: 'not checked' },
} as const satisfies Record<string, Name>;

export const severityWords = {
  minor: { zh: '轻微', en: 'minor' },
  major: { zh: '较重', en: 'major' },
} as const satisfies Record<string, Name>;

/** What the business may do, with the law that says so. */
export const rights: readonly Name[] = [
  {
    zh: '执法人员应当出示执法证件；未出示的，您有权拒绝检查（行政处罚法第五十五条）。',
    en: 'Inspectors must show their certificates; you may refuse the inspection where none is shown (Administrative Penalty Law, art. 55).',
  },
  {
    zh: '您认为执法人员与本次检查有利害关系的，有权申请其回避（行政处罚法第四十三条）。',
    en: 'You may ask an inspector with an interest in the matter to recuse themselves (Administrative Penalty Law, art. 43).',
  },
  {
    zh: '您有权陈述、申辩，并可投诉、举报检查中的违法行为（行政处罚法第七条、第七十五条）。',
    en: 'You may state your case, and complain about unlawful conduct (Administrative Penalty Law, arts. 7 and 75).',
  },
  {
    zh: '同一检查内容由一个部门检查，其他部门互认，不重复检查。',
    en: 'What several departments want checked is checked once and recognised by the others.',
  },
];

export const noticeWords = {
  reminder: { zh: '检查提醒', en: 'Reminder' },
  business: { zh: '受检主体', en: 'Business' },
  address: { zh: '地址', en: 'Address' },
  when: { zh: '检查时间', en: 'When' },
  expected: { zh: '预计时长', en: 'Expected length' },
  minutes: { zh: '分钟', en: 'minutes' },
  visitInYear: { zh: '本年度第 {n} 次入企检查', en: 'Visit number {n} of this year' },
  cap: { zh: '每个部门每年对同一主体上限 {n} 次', en: 'At most {n} visits of one department a year' },
  authorities: { zh: '检查部门', en: 'Authorities' },
  lead: { zh: '牵头', en: 'lead' },
  stays: { zh: '不到场，结果互认', en: 'does not come; recognises the results' },
  basis: { zh: '依据', en: 'Legal basis' },
  plan: { zh: '检查计划', en: 'Plan' },
  approved: { zh: '批准', en: 'approved by' },
  items: { zh: '检查事项', en: 'Checks' },
  prepare: { zh: '请准备', en: 'Please have ready' },
  performedBy: { zh: '由{name}检查', en: 'performed by {name}' },
  recognisedBy: { zh: '{name}互认', en: 'recognised by {name}' },
  team: { zh: '执法人员', en: 'Inspectors' },
  certificate: { zh: '执法证号', en: 'certificate' },
  rights: { zh: '您的权利', en: 'Your rights' },
  contact: { zh: '联系', en: 'Contact' },
  office: { zh: '统筹中心', en: 'Coordination centre' },
  complaint: { zh: '监督投诉', en: 'Complaints' },
  verify: { zh: '核验码', en: 'Verification code' },
  verifyHint: {
    zh: '检查人员到场时，可扫码或输入核验码核对检查是否属实。',
    en: 'When inspectors arrive, scan or type the code to see whether the visit is genuine.',
  },
  codeWorks: { zh: '核验码自 {from} 起至 {until} 有效。', en: 'The code works from {from} to {until}.' },
  changes: { zh: '变更内容', en: 'What changed' },
  cancelled: { zh: '本次检查已取消，无需等候。', en: 'This visit is cancelled; nobody will come.' },
  results: { zh: '检查结果', en: 'Results' },
  finding: { zh: '问题', en: 'Finding' },
  dueBy: { zh: '整改期限', en: 'to be put right by' },
  acknowledge: { zh: '确认收到', en: 'Acknowledge' },
  acknowledged: { zh: '已确认收到', en: 'Acknowledged' },
} as const satisfies Record<string, Name>;
