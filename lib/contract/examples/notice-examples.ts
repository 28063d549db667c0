import { standardWording } from '../../domain/notices/notice-template.ts';
import type { deliveryOperations } from '../delivery-operations.ts';
import type { noticeOperations } from '../notice-operations.ts';
import type { publicationOperations } from '../publication-operations.ts';
import type { BodyExamplesOf } from './body-examples-of.ts';

/** What a business does with its notice. */
export const noticeExamples = {
  'acknowledge-notice': { version: 1 },
  'request-another-time': { day: '2026-12-10', start: '10:30', words: '当天盘点' },
  'rate-visit': { score: 4, words: '检查规范' },
  complain: { words: '检查人员未出示证件', contact: '13800138000' },
  'answer-complaint': { words: '已核实，相关人员已补充出示证件并致歉。' },
} as const satisfies BodyExamplesOf<typeof noticeOperations>;

/** How notices reach their business. */
export const deliveryExamples = {
  'put-channel-preferences': { channels: ['sms'], phone: '13800138000' },
  'resend-notice': { reason: '经营者来电称未收到' },
  'revoke-notice-links': { reason: '链接被转发' },
  'redrive-dead-letters': { queue: 'results' },
  'rotate-link-keys': { reason: '年度更换' },
  'add-notice-template': { ...standardWording, effectiveFrom: '2026-12-01' },
  'preview-notice-template': { draft: standardWording },
  'test-notice-template': {},
} as const satisfies BodyExamplesOf<typeof deliveryOperations>;

/** What is published, and taken back. */
export const publicationExamples = {
  'request-withdrawal': { reason: '主体登记有误' },
  'decide-withdrawal': { decision: 'withdrawn', reason: '经核实登记有误' },
} as const satisfies BodyExamplesOf<typeof publicationOperations>;
