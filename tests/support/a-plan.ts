import type { Calendar } from '../../lib/domain/catalogue/calendar.ts';
import type { Business, Item } from '../../lib/domain/catalogue/catalogue.ts';
import type { Plan, RequestRow } from '../../lib/domain/plans/plan.ts';

/** A fire item done on site at exits, in force from 2026 on. */
export const anItem = (overrides: Partial<Item> = {}): Item => ({
  itemId: 'I0001',
  name: '消防通道检查',
  department: 'fire',
  tier: 'high',
  minutes: 20,
  legalBasis: '消防法第二十八条',
  recognitionDays: 180,
  remote: false,
  checklist: [],
  effectiveFrom: '2026-01-01',
  ...overrides,
});

export const aBusiness = (overrides: Partial<Business> = {}): Business => ({
  businessId: 'B-01',
  name: '江畔旅馆',
  address: '秋涛路 1 号',
  street: 'S03',
  grid: 'S03-G07',
  industry: 'hotel',
  creditGrade: 'B',
  closedOn: [],
  contacts: {},
  ...overrides,
});

/** 2026 as announced, as far as the tests' dates in December go: no holidays, no make-up days. */
export const aCalendar = (overrides: Partial<Calendar> = {}): Calendar => ({
  year: 2026,
  holidays: [],
  makeUpDays: [],
  provisional: false,
  ...overrides,
});

export const aRow = (overrides: Partial<RequestRow> = {}): RequestRow => ({
  requestId: 'P1-b1-1',
  businessId: 'B-01',
  department: 'fire',
  items: ['I0001'],
  notBefore: '2026-12-01',
  due: '2026-12-20',
  ...overrides,
});

/** The fire department's plan for December, submitted, with no rows yet. */
export const aPlan = (overrides: Partial<Plan> = {}): Plan => ({
  planId: 'P1',
  district: 'shangcheng',
  department: 'fire',
  partners: [],
  title: '冬季消防专项',
  type: 'special',
  mode: 'announced',
  window: { notBefore: '2026-12-01', due: '2026-12-20' },
  items: ['I0001'],
  legalBasis: '消防法第五十三条',
  approval: { by: '区政府', reference: '上政〔2026〕1号' },
  orderedFromAbove: false,
  status: 'submitted',
  requests: 0,
  satisfied: 0,
  remote: {},
  batches: [],
  consolidations: [],
  submittedBy: 'planner-1',
  createdAt: '2026-11-23T01:00:00.000Z',
  submittedAt: '2026-11-23T01:00:00.000Z',
  history: [],
  version: 1,
  ...overrides,
});
