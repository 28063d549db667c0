import type { Name } from '../../../lib/domain/catalogue/settings.ts';
import type { Answer } from '../api/contract.ts';
import type { Shown, Tone } from './enumerations.ts';

type Finding = Answer<'get-finding'>;
type Referral = Answer<'get-referral'>;

const shown = (tone: Tone, zh: string, en: string): Shown => ({ tone, zh, en });

export const findingStatuses = {
  open: shown('look', '待整改', 'Open'),
  answered: shown('going', '主体已答复', 'Answered'),
  verified: shown('well', '已复查', 'Verified'),
  closed: shown('over', '已销号', 'Closed'),
  referred: shown('going', '移送中', 'Referred'),
  escalated: shown('look', '已提级', 'Escalated'),
} as const satisfies Record<Finding['status'], Shown>;

export const scanStates = {
  pending: shown('going', '正在安全检查', 'Being scanned'),
  clean: shown('well', '已通过安全检查', 'Scanned'),
  refused: shown('look', '未通过安全检查', 'Refused by the scan'),
} as const satisfies Record<Answer<'get-finding-file'>['scan'], Shown>;

const scanFaults: Readonly<Record<string, Name>> = {
  'other-type': { zh: '内容与文件类型不符', en: 'its content is not of its type' },
  'program-inside': { zh: '文件内含可执行内容', en: 'it holds a program' },
  'content-changed': { zh: '内容已不是当时记录的内容', en: 'its content is not what was recorded' },
};

/** What a scan found, in words; what an engine of the deployment calls it stays as it is. */
export const scanFault = (why: string): Name => scanFaults[why] ?? { zh: why, en: why };

export const findingDispositions = {
  'no-penalty': { zh: '不予处罚', en: 'No penalty' },
  'negotiated-settlement': { zh: '自治协商', en: 'Negotiated settlement' },
  rectification: { zh: '责令改正', en: 'Rectification order' },
  'simple-case': { zh: '简易程序', en: 'Simple case' },
  'general-case': { zh: '普通程序', en: 'General case' },
  referral: { zh: '案件移送', en: 'Referral' },
} as const satisfies Record<NonNullable<Finding['disposition']>['kind'], Name>;

export const clockNames = {
  correct: { zh: '主体整改', en: 'Business corrects' },
  verify: { zh: '复查答复', en: 'Unit verifies' },
  recheck: { zh: '现场复查', en: 'Re-check on site' },
  close: { zh: '销号', en: 'Close' },
  agree: { zh: '达成协议', en: 'Reach agreement' },
  'follow-up': { zh: '履行回访', en: 'Follow up' },
  'hand-over': { zh: '案件移交', en: 'Hand over' },
  conclude: { zh: '案件办结', en: 'Conclude' },
} as const satisfies Record<Finding['clocks'][number]['kind'], Name>;

export const caseResults: Readonly<Record<string, Name>> = {
  penalty: { zh: '处罚', en: 'Penalty' },
  'no-penalty': { zh: '不予处罚', en: 'No penalty' },
  dropped: { zh: '撤销案件', en: 'Dropped' },
};

export const referralStatuses = {
  proposed: shown('look', '待审批', 'Proposed'),
  rejected: shown('over', '未批准', 'Rejected'),
  approved: shown('look', '待移送', 'Approved'),
  sent: shown('going', '待接收', 'Sent'),
  accepted: shown('well', '已接收', 'Accepted'),
  returned: shown('over', '已退回', 'Returned'),
  concluded: shown('over', '已反馈结果', 'Concluded'),
} as const satisfies Record<Referral['status'], Shown>;

export const referralClocks = {
  decide: { zh: '审批', en: 'Decide' },
  send: { zh: '移送', en: 'Send' },
  answer: { zh: '接收答复', en: 'Answer' },
} as const satisfies Record<NonNullable<Referral['clock']>['kind'], Name>;
