import { describe, expect, test } from 'vitest';
import { submitPlan } from '../../../lib/contract/plans.ts';
import { recordResults } from '../../../lib/contract/visits.ts';
import { backFillOf, doneNow } from '../../../web/console/field/back-fill.tsx';
import { evidenceFault, evidenceType } from '../../../web/console/parts/evidence-types.ts';
import {
  blankCheck,
  blankFinding,
  draftToCorrection,
  draftToResults,
  resultToDraft,
} from '../../../web/console/screens/field/results-draft.ts';
import {
  blankPlan,
  draftToPlan,
  draftToRecurrence,
  type PlanDraft,
  rowFaults,
  withoutFaulty,
} from '../../../web/console/screens/plans/plan-draft.ts';
import { aCheck } from '../../support/a-visit.ts';
import { place } from '../../support/district/small-district.ts';

const written: PlanDraft = {
  ...blankPlan,
  title: '十二月检查',
  notBefore: '2026-12-01',
  due: '2026-12-18',
  items: ['F1'],
  legalBasis: '年度检查计划',
  approvedBy: '局长',
};

describe('a plan being written', () => {
  test('becomes a body of the contract with the sound rows alone', () => {
    const rows = [
      { businessId: place(1), due: '2026-12-10' },
      { businessId: 'X', fault: { zh: '错', en: 'wrong' } },
    ];
    const plan = draftToPlan({ ...written, rows });
    expect(submitPlan.safeParse(plan).success).toBe(true);
    expect(plan.businesses).toEqual([{ businessId: place(1), due: '2026-12-10' }]);
  });

  test.each([
    ['ratio', { drawBy: 'ratio', percent: '7.5' }, { ratio: 0.075 }],
    ['number', { drawBy: 'count', count: '12' }, { count: 12 }],
    ['grade', { drawBy: 'byGrade', gradePercent: { A: '5', B: '', C: '', D: '100' } }, { byGrade: { A: 0.05, D: 1 } }],
  ] as const)('draws by %s, as the contract has it', (_, part, draw) => {
    const plan = draftToPlan({ ...written, ...part, targets: 'draw', industry: 'hotel' });
    expect(submitPlan.safeParse(plan).success).toBe(true);
    expect(plan).toMatchObject({ draw: { industry: 'hotel', ...draw } });
    expect(plan.businesses).toBeUndefined();
  });

  test('a special plan without its reference is sent without one, so that the service can say so', () => {
    const plan = draftToPlan({ ...written, type: 'special', reference: ' ', rows: [{ businessId: place(1) }] });
    expect(submitPlan.safeParse(plan).error?.issues.map(({ path }) => path.join('.'))).toEqual(['approval.reference']);
  });

  test('a refusal finds its row in the draft by its place among the rows sent; without it the others go in', () => {
    const malformed = { businessId: 'X', fault: { zh: '有误', en: 'faulty' } };
    const draft = { ...written, rows: [malformed, { businessId: place(1) }, { businessId: place(2) }] };
    const errors = [
      { path: 'businesses[1].businessId', message: 'no such business' },
      { path: 'title', message: 'required' },
    ];
    const faults = rowFaults(errors, draft);
    expect([...faults]).toEqual([[2, 'no such business']]);
    expect(draftToPlan(withoutFaulty(draft, faults)).businesses).toEqual([{ businessId: place(1) }]);
  });
});

describe('results being written', () => {
  test('only checks with an outcome are sent, each with what its outcome takes', () => {
    const finding = { ...blankFinding, description: '通道堆物' };
    const body = draftToResults(
      {
        F1: { outcome: 'finding', reason: 'left over', findings: [finding] },
        F2: { outcome: 'not-checked', reason: '停业', findings: [finding] },
        F3: { ...blankCheck, outcome: 'compliant', findings: [finding] },
      },
      ['F1', 'F2', 'F3', 'F4'],
    );
    expect(recordResults.safeParse(body).success).toBe(true);
    expect(body.checks).toEqual([
      { itemId: 'F1', outcome: 'finding', findings: [{ description: '通道堆物', severity: 'minor' }] },
      { itemId: 'F2', outcome: 'not-checked', reason: '停业' },
      { itemId: 'F3', outcome: 'compliant' },
    ]);
  });
});

describe('a result being corrected', () => {
  const questions = [
    { questionId: 'exit', text: '通道畅通', kind: 'yes-no' },
    { questionId: 'width', text: '净宽', kind: 'measurement', unit: 'm' },
  ] as const;
  const file = { fileId: 'V.f1', kind: 'photo', contentType: 'image/jpeg', bytes: 7, sha256: '0'.repeat(64) } as const;
  const standing = {
    ...aCheck(),
    outcome: 'finding' as const,
    resultVersion: 2,
    answers: [{ questionId: 'exit', answer: 'no', note: '堆放纸箱' }],
    measurements: [
      { questionId: 'width', name: '净宽', value: 0.8, unit: 'm' },
      { name: '照度', value: 3, unit: 'lx' },
    ],
    files: [file],
    findings: [
      {
        ...{ findingId: 'F-1', description: '通道堆物', severity: 'minor' as const, evidence: ['照片一'] },
        ...{ due: '2026-12-20', status: 'open' },
      },
    ],
  };

  test('starts from everything that stands, so that sent unchanged it says the same', () => {
    const { checks } = draftToCorrection(standing, resultToDraft(standing), '笔误', questions);
    expect(recordResults.safeParse({ checks }).success).toBe(true);
    const { answers, measurements, files, outcome } = standing;
    const [{ status: _, ...kept } = { status: '' }] = standing.findings;
    expect(checks).toEqual([
      {
        ...{ itemId: standing.itemId, outcome, answers, measurements, files, findings: [kept] },
        corrects: { version: 2, reason: '笔误' },
      },
    ]);
  });

  test('leaves out what was wrong, and findings where it turns out compliant', () => {
    const draft = resultToDraft(standing);
    const right = { ...draft, outcome: 'compliant' as const, kept: { notes: {}, measurements: [], files: [] } };
    const [check] = draftToCorrection(standing, right, '看错了门牌', questions).checks;
    expect(check).not.toHaveProperty('files');
    expect(check).not.toHaveProperty('findings');
    expect(check).toMatchObject({ outcome: 'compliant', answers: [{ questionId: 'exit', answer: 'no' }] });
  });
});

describe('what was done earlier than it is sent', () => {
  test('has its time in the district’s own zone, and the reason where one was given', () => {
    expect(backFillOf(doneNow)).toEqual({});
    expect(backFillOf({ at: '2026-12-01T09:05', lateReason: ' 纸质记录 ' })).toEqual({
      at: '2026-12-01T01:05:00.000Z',
      lateReason: '纸质记录',
    });
  });
});

describe('a file that is chosen as evidence', () => {
  const say = (_: string, en: string): string => en;

  test.each([
    ['a page', { name: 'a.html', type: 'text/html', size: 5 }, 'a.html: only pictures and PDF are taken'],
    ['one of nothing', { name: 'a.jpg', type: 'image/jpeg', size: 0 }, 'a.jpg: the file is empty'],
    ['one above ten megabytes', { name: 'a.pdf', type: 'application/pdf', size: 10_485_761 }, 'larger than 10 MB'],
  ])('is refused at once by its name where it is %s', (_, file, why) => {
    expect(evidenceFault(file, say)).toContain(why);
  });

  test('is known for a photo of an iPhone where the device does not say its type', () => {
    expect(evidenceType({ name: 'IMG_0001.HEIC', type: '' })).toBe('image/heic');
    expect(evidenceFault({ name: 'IMG_0001.HEIC', type: '', size: 10_485_760 }, say)).toBeUndefined();
  });
});

describe('a plan that comes again', () => {
  test('opens the same plan each time, its first window being the one that was typed', () => {
    const draft = {
      ...blankPlan,
      title: '每月联合监管',
      notBefore: '2026-12-01',
      due: '2026-12-20',
      items: ['F1'],
      legalBasis: 'x',
      approvedBy: '局长',
      orderedFromAbove: true,
      rows: [{ businessId: 'B-01', due: '2026-12-10' }],
    };
    expect(draftToRecurrence(draft, { everyMonths: 1, openDaysBefore: 20 })).toEqual({
      everyMonths: 1,
      openDaysBefore: 20,
      first: { notBefore: '2026-12-01', due: '2026-12-20' },
      opens: {
        kind: 'plan',
        title: '每月联合监管',
        type: 'routine',
        mode: 'announced',
        items: ['F1'],
        legalBasis: 'x',
        approval: { by: '局长' },
        partners: [],
        orderedFromAbove: true,
        businesses: [{ businessId: 'B-01' }],
      },
    });
  });
});
