import type * as z from 'zod';
import type { OperationName, operations } from '../operations.ts';
import type { Readable } from '../readable.ts';
import { hotel } from './catalogue-examples.ts';

type AnswerExamples = {
  readonly [Name in OperationName]?: Readable<z.input<(typeof operations)[Name]['response']>>;
};

const window = { notBefore: '2026-12-01', due: '2026-12-18' };
const figures = {
  requestsDone: 1244,
  visits: 618,
  avoided: 626,
  reductionPercent: 50.32,
  jointVisits: 402,
  jointCandidates: 431,
  jointRate: 93.27,
  personVisits: 2096,
  personVisitsSeparately: 2488,
  findings: 57,
  visitsWithFinding: 49,
  problemFoundRate: 7.93,
  cancelled: 3,
  remote: 12,
  ratings: { count: 40, average: 4.6 },
};

const imported = { imported: 3, created: 1, changed: 1, unchanged: 1 };
const bulkImport = {
  importId: 'businesses-e3b0c44298fc1c149afbf4c8996fb92427ae41e4',
  kind: 'businesses',
  fileName: '主体名录.csv',
  contentType: 'text/csv',
  bytes: 20_480,
  sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  progress: { rows: 0, created: 0, changed: 0, unchanged: 0, faulty: 0 },
  faults: [],
  announcedBy: 'admin-1',
  createdAt: '2026-11-23T01:00:00.000Z',
} as const;

/** What the main operations answer. */
export const answerExamples = {
  'import-items': imported,
  'import-businesses': imported,
  'import-units': imported,
  'put-calendar': {
    year: 2026,
    holidays: ['2026-10-01', '2026-10-02'],
    makeUpDays: ['2026-10-10'],
    provisional: false,
    workingDays: 260,
    version: 1,
  },
  'preview-settings': {
    effectiveFrom: '2026-12-01',
    version: 0,
    changed: [
      { path: 'noticeWorkingDays', before: 3, after: 5 },
      { path: 'maxVisitsPerHorizon', before: 4 },
    ],
    later: [{ effectiveFrom: '2027-01-01', path: 'noticeWorkingDays', value: 3 }],
    proposals: [
      {
        consolidationId: '019ab4d0-0000-7000-8000-000000000002',
        from: '2026-12-01',
        to: '2026-12-31',
        title: '十二月统筹',
      },
    ],
  },
  'announce-import': {
    ...bulkImport,
    status: 'announced',
    upload: {
      url: 'https://files.example/shangcheng/businesses-e3b0c44298fc1c14?X-Amz-Signature=…',
      headers: { 'content-type': 'text/csv', 'x-amz-checksum-sha256': '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' },
      expiresAt: '2026-11-23T01:15:00.000Z',
    },
    version: 1,
  },
  'start-import': { ...bulkImport, status: 'queued', version: 2 },
  'get-import': {
    ...bulkImport,
    status: 'done',
    progress: { rows: 214, created: 200, changed: 3, unchanged: 10, faulty: 1, percent: 100 },
    faults: [{ row: 17, field: 'businessId', reason: '统一社会信用代码校验位不符（GB 32100）' }],
    faultsUrl: 'https://files.example/shangcheng/businesses-e3b0c44298fc1c14-faults?X-Amz-Signature=…',
    version: 4,
  },
  'submit-plan': {
    planId: '019ab4c0-0000-7000-8000-000000000001',
    status: 'submitted',
    requests: 1,
    satisfied: [],
    satisfiedCount: 0,
    remote: 0,
    version: 1,
  },
  'list-plan-requests': {
    items: [
      {
        requestId: '019ab4c0-0000-7000-8000-000000000001-0-0',
        businessId: hotel,
        department: 'fire',
        items: ['F1'],
        window,
        disposition: 'scheduled',
        visitId: '019ab4d0-0000-7000-8000-000000000002.v7',
        day: '2026-12-10',
        recognisedFrom: { department: 'health', itemId: 'H1' },
      },
    ],
  },
  'start-consolidation': {
    commandId: '019ab4d0-0000-7000-8000-000000000003',
    status: 'queued',
    consolidationId: '019ab4d0-0000-7000-8000-000000000002',
  },
  'get-consolidation': {
    consolidationId: '019ab4d0-0000-7000-8000-000000000002',
    from: '2026-12-01',
    to: '2026-12-31',
    title: '十二月统筹',
    status: 'proposed',
    progress: { phase: 'done', percent: 100 },
    figures: {
      requests: 1244,
      scheduled: 1244,
      satisfied: 31,
      remote: 12,
      visits: 618,
      avoided: 626,
      reductionPercent: 50.32,
      jointVisits: 402,
      attendances: 1048,
      personVisits: 2096,
      personVisitsSeparately: 2488,
      unscheduled: {},
      cost: 83_040,
      bound: 82_960,
      gapPercent: 0.1,
      planningMs: 4200,
      alerts: 2,
    },
    requiredLevels: [1],
    reviews: [],
    waitsFor: { for: 'reviewer', level: 1, since: '2026-11-23T01:00:04.000Z', dueOn: '2026-11-27' },
    startedBy: 'coordinator-1',
    createdAt: '2026-11-23T01:00:00.000Z',
    history: [{ at: '2026-11-23T01:00:00.000Z', by: 'coordinator-1', action: 'queued' }],
    version: 4,
  },
  'get-command': {
    commandId: '019ab4d0-0000-7000-8000-000000000003',
    command: 'reschedule-visit',
    status: 'done',
    percent: 100,
    target: { visitId: '019ab4d0-0000-7000-8000-000000000002.v7' },
    outcome: { visitId: '019ab4d0-0000-7000-8000-000000000002.v7' },
    sentBy: 'coordinator-1',
    sentAt: '2026-11-23T01:05:00.000Z',
  },
  'list-visits': {
    items: [
      {
        visitId: '019ab4d0-0000-7000-8000-000000000002.v7',
        businessId: hotel,
        businessName: '湖滨宾馆',
        address: '秋涛路 1 号',
        street: 'S01',
        grid: 'S01-G01',
        day: '2026-12-10',
        start: '09:00',
        end: '10:30',
        mode: 'announced',
        status: 'notified',
        lead: 'fire',
        numberInYear: 1,
        attending: [
          {
            unitId: 'fire',
            department: 'fire',
            inspectors: ['fire-1', 'fire-3'],
            team: [{ inspectorId: 'fire-1', name: '王建国', certificate: 'ZJ-0001' }],
            checks: [
              {
                itemId: 'F1',
                name: '消防安全疏散通道检查',
                recognitionClass: 'exits',
                minutes: 30,
                legalBasis: '消防法第五十三条',
                checklist: ['营业执照'],
                serves: [{ requestId: 'P1-0-0', planId: 'P1', department: 'fire', itemId: 'F1' }],
              },
            ],
          },
        ],
        notice: { version: 1, status: 'delivered', sentAt: '2026-11-24T01:00:00.000Z', channels: [] },
        history: [{ at: '2026-11-24T01:00:00.000Z', by: 'coordinator-1', action: 'published' }],
        version: 3,
      },
    ],
  },
  'get-statistics': {
    from: '2026-12-01',
    to: '2026-12-31',
    groupBy: 'month',
    formula: 'avoided = requestsDone − visits; reductionPercent = avoided ÷ requestsDone',
    total: figures,
    groups: [{ ...figures, key: '2026-12' }],
  },
} satisfies AnswerExamples;

/** A refusal, field by field. */
export const problemExample = {
  type: 'plan-refused',
  title: '检查计划不符合规则',
  status: 422,
  detail: 'items[0]: 事项 F9 不存在',
  requestId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef',
  errors: [{ path: 'items[0]', code: 'unknown-item', message: '事项 F9 不存在' }],
};
