import type { Unit } from '../../../lib/domain/catalogue/catalogue.ts';
import { defaultSettings, type Settings } from '../../../lib/domain/catalogue/settings.ts';
import type { CapRule } from '../../../lib/domain/centre/cap-rule.ts';
import { aBusiness } from '../../support/a-plan.ts';
import { aUnit, inspectors } from '../../support/a-run.ts';

// The district that random commands are let loose on: few places and people, so that every rule is met all the time.

export const places = ['B-01', 'B-02', 'B-03', 'B-04', 'B-05', 'B-06', 'B-07', 'B-08'] as const;

const caps: readonly CapRule[] = [
  { per: 'business', most: 4 },
  { per: 'department', types: ['special'], most: 1 },
  { per: 'business', grades: ['A'], most: 2 },
];

export const settings: Settings = {
  ...defaultSettings,
  effectiveFrom: '2026-01-01',
  minGapDays: 3,
  yearlyCap: { perDepartment: 3, byDepartment: { market: 2 } },
  caps,
  maxVisitsPerHorizon: 4,
  quietDays: [
    { from: '2026-12-09', to: '2026-12-10', reason: '高考' },
    { from: '2026-12-15', to: '2026-12-15', industry: 'catering', reason: '年终盘点' },
  ],
  reviewLevels: [1, 2],
};

export const businesses = places.map((businessId, n) =>
  aBusiness({
    businessId,
    creditGrade: n % 4 === 0 ? 'A' : 'C',
    industry: n % 3 === 0 ? 'catering' : 'hotel',
    closedOn: n === 1 ? ['2026-12-04'] : [],
  }),
);

/** Somebody tied to a business, somebody whose certificate ends, a day off, more inspectors than teams. */
export const units: readonly Unit[] = [
  aUnit({
    inspectors: [
      ...inspectors('fire', 4),
      ...inspectors('tied', 2, ['B-01', 'B-02']),
      ...inspectors('late', 1).map((one) => ({ ...one, certifiedFrom: '2026-12-08' })),
    ],
    offOn: ['2026-12-03'],
    teams: 2,
  }),
  aUnit({ unitId: 'fire-east', department: 'fire', inspectors: inspectors('east', 2) }),
  aUnit({
    unitId: 'health',
    department: 'health',
    inspectors: inspectors('health', 4).map((one, n) => (n === 0 ? { ...one, certifiedUntil: '2026-12-11' } : one)),
  }),
  aUnit({ unitId: 'market', department: 'market', teams: 1, inspectors: inspectors('market', 4) }),
];

export const work = [
  ['fire', 'I0001'],
  ['fire', 'I0002'],
  ['health', 'I0201'],
  ['market', 'I0301'],
] as const;
