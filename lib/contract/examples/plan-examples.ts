import type { consolidationOperations } from '../consolidation-operations.ts';
import type { drawOperations } from '../draw-operations.ts';
import type { planOperations } from '../plan-operations.ts';
import type { scenarioOperations } from '../scenario-operations.ts';
import type { BodyExamplesOf } from './body-examples-of.ts';
import { hotel } from './catalogue-examples.ts';

const window = { notBefore: '2026-12-01', due: '2026-12-18' };
const approval = { by: '局长', reference: '杭消〔2026〕12 号' };

/** A plan of one hotel. */
const hotelPlan = {
  title: '十二月宾馆消防检查',
  type: 'routine',
  mode: 'announced',
  window,
  items: ['F1'],
  legalBasis: '消防法第五十三条',
  approval,
  businesses: [{ businessId: hotel, due: '2026-12-11' }],
} as const;

/** What departments ask for. */
export const planExamples = {
  'submit-plan': hotelPlan,
  'check-plan': hotelPlan,
  'append-requests': { businesses: [{ businessId: hotel, due: '2026-12-04', items: ['F1'] }] },
  'withdraw-plan': { reason: '与专项检查重复' },
  'suggest-merges': { mode: 'announced', window, items: ['F1'], businesses: [{ businessId: hotel }] },
} as const satisfies BodyExamplesOf<typeof planOperations>;

/** Draws that are fixed before they are drawn. */
export const drawExamples = {
  'commit-draw': {
    title: '十二月宾馆抽查',
    rule: { industry: 'hotel', byGrade: { A: 0.05, B: 0.1, C: 0.2, D: 0.5 } },
    exempt: [{ businessId: hotel, reason: '停业装修' }],
  },
} as const satisfies BodyExamplesOf<typeof drawOperations>;

/** One thing checked by several departments together, and what comes again. */
export const scenarioExamples = {
  'import-scenarios': {
    scenarios: [
      {
        scenarioId: 'one-hotel',
        name: { zh: '宾馆一件事', en: 'One visit for hotels' },
        industry: 'hotel',
        lead: 'fire',
        parts: [{ department: 'fire', items: ['F1'] }],
        legalBasis: '年度联合检查计划',
        effectiveFrom: '2026-01-01',
      },
    ],
  },
  'start-scenario': { window, approval, draw: { byGrade: { A: 0.5 } } },
  'confirm-share': { items: ['F1'], legalBasis: '消防法第五十三条', approval },
  'decline-share': { reason: '本季度已检查' },
  'withdraw-joint-plan': { reason: '参加部门不足' },
  'create-recurrence': {
    everyMonths: 1,
    first: window,
    until: '2027-12-31',
    openDaysBefore: 20,
    opens: {
      kind: 'plan',
      title: '宾馆月度抽查',
      legalBasis: '消防法第五十三条',
      approval,
      items: ['F1'],
      draw: { industry: 'hotel', ratio: 0.5 },
    },
  },
  'skip-occurrence': { notBefore: '2026-12-01', reason: '亚运保障' },
  'end-recurrence': { reason: '改为专项检查' },
} as const satisfies BodyExamplesOf<typeof scenarioOperations>;

/** From plans to a proposal and its review. */
export const consolidationExamples = {
  'start-consolidation': {
    from: '2026-12-01',
    to: '2026-12-31',
    title: '十二月统筹',
    whatIf: { costWeights: { trip: 2 }, teams: { fire: 1 }, away: [{ unitId: 'fire', days: ['2026-12-08'] }] },
  },
  'review-consolidation': {
    decision: 'approved',
    comment: '依据充分，同意实施',
    visits: [{ visitId: 'C1.v7', reason: '该主体处于信用修复期' }],
  },
} as const satisfies BodyExamplesOf<typeof consolidationOperations>;
