import type { catalogueOperations } from '../catalogue-operations.ts';
import type { importOperations } from '../import-operations.ts';
import type { BodyExamplesOf } from './body-examples-of.ts';

/** The place that the examples are about. */
export const hotel = '91330102MA2000001Q-01';

/** What a district is made of. */
export const catalogueExamples = {
  'import-items': {
    items: [
      {
        itemId: 'F1',
        name: '消防安全疏散通道检查',
        department: 'fire',
        tier: 'high',
        minutes: 30,
        legalBasis: '消防法第五十三条',
        recognitionClass: 'exits',
        recognitionDays: 90,
        checklist: ['营业执照'],
        questions: [{ questionId: 'c1', text: '疏散通道是否畅通', kind: 'yes-no', required: true }],
        effectiveFrom: '2026-01-01',
      },
    ],
  },
  'import-businesses': {
    businesses: [
      {
        businessId: hotel,
        name: '湖滨宾馆',
        address: '秋涛路 1 号',
        street: 'S01',
        grid: 'S01-G01',
        industry: 'hotel',
        creditGrade: 'A',
        location: { latitude: 30.25, longitude: 120.17 },
        closedOn: ['2026-12-25'],
        contacts: { phone: '0571-87000000', channels: ['sms'] },
      },
    ],
  },
  'import-units': {
    units: [
      {
        unitId: 'fire',
        department: 'fire',
        name: '消防救援大队',
        offOn: [],
        inspectors: [
          { inspectorId: 'fire-1', name: '王建国', certificate: 'ZJ-0001', recusedFrom: [] },
          { inspectorId: 'fire-2', name: '李晓燕', certificate: 'ZJ-0002', recusedFrom: [hotel] },
        ],
      },
    ],
  },
  'put-calendar': { holidays: ['2026-10-01', '2026-10-02'], makeUpDays: ['2026-10-10'] },
  'put-settings': {
    effectiveFrom: '2026-12-01',
    slots: { minutes: 90, starts: ['09:00', '10:30'], sessions: [[0, 1]] },
    reason: '区政府办公室通知〔2026〕18号',
  },
  'preview-settings': { effectiveFrom: '2026-12-01', noticeWorkingDays: 5, maxVisitsPerHorizon: null },
} as const satisfies BodyExamplesOf<typeof catalogueOperations>;

/** Files of rows in bulk. */
export const importExamples = {
  'announce-import': {
    kind: 'businesses',
    fileName: '主体名录.csv',
    contentType: 'text/csv',
    bytes: 20_480,
    sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  },
  'start-import': { again: true },
} as const satisfies BodyExamplesOf<typeof importOperations>;
