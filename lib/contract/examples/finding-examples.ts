import type { answerOperations } from '../answer-operations.ts';
import type { findingOperations } from '../finding-operations.ts';
import type { BodyExamplesOf } from './body-examples-of.ts';
import { filed } from './visit-examples.ts';

const { contentType, bytes, sha256 } = filed;
const photo = { contentType, bytes, sha256 } as const;

/** What was found, to its closure or to another authority. */
export const findingExamples = {
  'announce-finding-files': { files: [photo] },
  'decide-disposition': { kind: 'rectification', reason: '情节轻微，可当场整改', workingDays: 5 },
  'recheck-finding': { corrected: true, note: '通道已清空', evidence: ['现场照片'], files: [filed], workingDays: 5 },
  'plan-recheck': {
    window: { notBefore: '2026-12-01', due: '2026-12-18' },
    reason: '整改期满复查',
    approval: { by: '局长', reference: '杭消〔2026〕13 号' },
  },
  'record-agreement': { agreedOn: '2026-11-20', terms: '十日内更换防火门', files: [filed] },
  'follow-up-settlement': { kept: true, note: '防火门已更换' },
  'hand-over-case': { to: '综合执法队', receivedBy: '陈明', documents: ['现场检查记录'], files: [filed] },
  'conclude-case': { decisionNumber: '杭消罚〔2026〕8 号', result: 'penalty', fineYuan: 5000, files: [filed] },
  'close-finding': { reason: '复查合格' },
  'withdraw-finding': { reason: '记录有误' },
  'escalate-finding': { reason: '逾期未整改' },
  'resume-finding': { reason: '主体恢复营业', workingDays: 5 },
  'refer-finding': {
    to: 'police',
    crime: true,
    reason: '涉嫌危险作业',
    evidence: [{ name: '现场照片', count: 1, file: filed }],
  },
  'decide-referral': { decision: 'rejected', reason: '未达立案标准' },
  'announce-referral-files': { files: [photo] },
  'send-referral': { documentNumber: '杭消移〔2026〕2 号', files: [filed] },
  'answer-referral': { decision: 'accepted', receivedBy: '赵磊', files: [filed] },
  'conclude-referral': { outcome: '作出行政处罚', files: [filed] },
  'import-mediators': {
    mediators: [
      {
        mediatorId: 'M1',
        name: '周慧',
        organisation: '街道人民调解委员会',
        streets: ['S01'],
        effectiveFrom: '2026-01-01',
      },
    ],
  },
} as const satisfies BodyExamplesOf<typeof findingOperations>;

/** What a business answers to a finding. */
export const answerExamples = {
  'announce-answer-photos': { photos: [photo] },
  'answer-finding': { text: '布草车已移走，通道已清空', photos: ['F1.p1'] },
} as const satisfies BodyExamplesOf<typeof answerOperations>;
