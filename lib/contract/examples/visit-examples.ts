import type { fieldOperations } from '../field-operations.ts';
import type { incidentOperations } from '../incident-operations.ts';
import type { repairOperations } from '../repair-operations.ts';
import type { streetOperations } from '../street-operations.ts';
import type { visitOperations } from '../visit-operations.ts';
import type { BodyExamplesOf } from './body-examples-of.ts';
import { hotel } from './catalogue-examples.ts';

const window = { notBefore: '2026-12-01', due: '2026-12-18' };
const sha256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const photo = { contentType: 'image/jpeg', bytes: 204_800, sha256 } as const;
/** A photo that was uploaded and is named as evidence. */
export const filed = { fileId: 'C1.v7.f1', kind: 'photo', ...photo } as const;

/** Visits, changed and made. */
export const visitExamples = {
  'insert-urgent': {
    businessId: hotel,
    items: ['F1'],
    window,
    legalBasis: '行政处罚法第五十四条',
    approval: { by: '局长' },
    mode: 'announced',
    reason: '群众举报疏散通道堵塞',
    option: { day: '2026-12-10', start: '09:00' },
  },
  'reschedule-visit': { day: '2026-12-10', start: '09:00', reason: '当日停电', consent: true },
  'cancel-visit': { reason: '主体已注销' },
  'veto-visit': { reason: '街道重大活动保障' },
  'check-in': {
    code: 'ABCD2345',
    location: { latitude: 30.25, longitude: 120.17 },
    at: '2026-11-23T00:50:00.000Z',
    lateReason: '现场无网络',
  },
  'record-results': {
    checks: [
      {
        itemId: 'F1',
        outcome: 'finding',
        findings: [{ description: '二楼疏散通道堆放布草车', severity: 'minor', due: '2026-12-20' }],
        answers: [{ questionId: 'c1', answer: 'no', note: '二楼' }],
        measurements: [{ name: '通道净宽', value: 0.9, unit: 'm' }],
        files: [filed],
        corrects: { version: 1, reason: '补录现场照片' },
      },
    ],
    madeAt: '2026-11-23T00:55:00.000Z',
    lateReason: '现场无网络',
  },
} as const satisfies BodyExamplesOf<typeof visitOperations>;

/** Who stays away. */
export const repairExamples = {
  'report-absence': { unitId: 'fire', from: '2026-12-01', to: '2026-12-02', reason: '全员培训' },
} as const satisfies BodyExamplesOf<typeof repairOperations>;

/** What streets and departments say of each other. */
export const streetExamples = {
  'nominate-lead': { department: 'fire', reason: '消防事项占比最高' },
  'rate-department': { department: 'fire', score: 4, words: '按时到场' },
  'rate-street': { score: 4, words: '协调及时' },
} as const satisfies BodyExamplesOf<typeof streetOperations>;

/** Evidence, and results of others. */
export const fieldExamples = {
  'announce-files': { files: [photo] },
  'object-to-recognition': { reason: '本部门要求现场复测' },
} as const satisfies BodyExamplesOf<typeof fieldOperations>;

/** What sentinels see, and who handles it. */
export const incidentExamples = {
  'announce-incident-photo': photo,
  'report-incident': { type: 'waste', place: '秋涛路与凤起路口', words: '装修垃圾占道', photos: [], businessId: hotel },
  'dispatch-incident': { unitId: 'fire', reason: '专业处置' },
  'acknowledge-incident': { words: '十分钟内到场' },
  'resolve-incident': { words: '已清除', photos: [] },
  'turn-incident-urgent': {
    businessId: hotel,
    items: ['F1'],
    window: { notBefore: '2026-11-24', due: '2026-12-18' },
    legalBasis: '行政处罚法第五十四条',
    approval: { by: '局长' },
    mode: 'announced',
  },
  'put-duty-roster': {
    shifts: [{ unitId: 'fire', from: '2026-12-31T20:00', to: '2027-01-01T08:00' }],
    otherwise: 'fire',
    contacts: [{ unitId: 'fire', phone: '13800000000', email: 'duty@fire.example' }],
    command: { webhook: 'https://command.example/incidents' },
  },
} as const satisfies BodyExamplesOf<typeof incidentOperations>;
