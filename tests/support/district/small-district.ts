import { checkCharacter } from '../../../lib/domain/credit-code.ts';

// A district small enough to foresee: three departments, two streets, six hotels and two schools.

const businessId = (n: number): string => {
  const first = `91330102MA2${String(n).padStart(6, '0')}`;
  return `${first}${checkCharacter(first)}-01`;
};

/** The n-th business's id, from 1. */
export const place = (n: number): string => businessId(n);

const item = (itemId: string, department: string, minutes: number, recognitionClass?: string) => ({
  itemId,
  name: `事项 ${itemId}`,
  department,
  tier: 'high',
  minutes,
  legalBasis: `${department} 条例第十条`,
  ...(recognitionClass ? { recognitionClass } : {}),
  recognitionDays: 90,
  remote: false,
  checklist: ['营业执照'],
  effectiveFrom: '2026-01-01',
});

const business = (n: number) => ({
  businessId: businessId(n),
  name: `第 ${n} 家`,
  address: `秋涛路 ${n} 号`,
  street: n % 2 ? 'S01' : 'S02',
  grid: n % 2 ? 'S01-G01' : 'S02-G01',
  industry: n <= 6 ? 'hotel' : 'school',
  creditGrade: n % 2 ? 'A' : 'C',
  closedOn: [],
  contacts: {},
});

const inspectors = (unitId: string, count: number) =>
  Array.from({ length: count }, (_, n) => ({
    inspectorId: `${unitId}-${n + 1}`,
    name: `${unitId} 检查员 ${n + 1}`,
    certificate: `ZJ-${unitId}-${n + 1}`,
    recusedFrom: [],
  }));

const unit = (unitId: string, department: string, street: string | null = null, count = 4) => ({
  unitId,
  department,
  street,
  offOn: [],
  inspectors: inspectors(unitId, count),
});

export const smallDistrict = {
  calendar: { holidays: [], makeUpDays: [] },
  items: [
    item('F1', 'fire', 30, 'exits'),
    item('F2', 'fire', 20),
    item('H1', 'health', 30, 'exits'),
    item('H2', 'health', 40),
    item('M1', 'market', 20),
    { ...item('M2', 'market', 15), remote: true },
  ],
  businesses: Array.from({ length: 8 }, (_, n) => business(n + 1)),
  units: [
    unit('fire', 'fire'),
    unit('health', 'health'),
    unit('market-S01', 'market', 'S01'),
    unit('market-S02', 'market', 'S02'),
  ],
};

/** A plan of December 2026 for the first hotels; override what a test is about. */
export const planBody = (overrides: Record<string, unknown> = {}) => ({
  title: '十二月检查',
  type: 'routine',
  mode: 'announced',
  window: { notBefore: '2026-12-01', due: '2026-12-18' },
  items: ['F1'],
  legalBasis: '年度检查计划',
  approval: { by: '局长' },
  businesses: [1, 2, 3, 4].map((n) => ({ businessId: businessId(n) })),
  ...overrides,
});
