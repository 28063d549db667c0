import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CreditGrade } from '../../../lib/domain/catalogue/catalogue.ts';
import { drawSubjects } from '../../../lib/domain/draws/draw-subjects.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const gradeOf = fc.constantFrom<CreditGrade>('A', 'B', 'C', 'D');
const population = fc.uniqueArray(
  fc.record({ businessId: fc.string({ minLength: 1, maxLength: 8 }), creditGrade: gradeOf }),
  { maxLength: 40, selector: ({ businessId }) => businessId },
);
const ratio = fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100);
const seed = fc.string({ minLength: 1, maxLength: 20 });
const idsOf = (drawn: readonly { businessId: string }[]) => drawn.map(({ businessId }) => businessId);
const numbered = (count: number, creditGrade: CreditGrade = 'B') =>
  Array.from({ length: count }, (_, n) => ({ businessId: `${creditGrade}${n}`, creditGrade }));

describe('a draw', () => {
  it('is the one worked out by hand in docs/draws.md', () => {
    const hotels = ['H-01', 'H-02', 'H-03', 'H-04'].map((businessId) => ({ businessId, creditGrade: 'B' as const }));
    const drawn = drawSubjects(hotels, { ratio: 0.5 }, 'shangcheng-2026-12', sha256);
    expect(idsOf(drawn)).toEqual(['H-02', 'H-04']);
  });

  it('does not depend on the order in which the population is listed', () => {
    const shuffled = population.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, ratio, seed, ([rows, otherOrder], share, text) => {
        const rule = { ratio: share };
        expect(drawSubjects(otherOrder, rule, text, sha256)).toEqual(drawSubjects(rows, rule, text, sha256));
      }),
    );
  });

  it('takes the ratio of the population rounded up, and of each business at most one', () => {
    fc.assert(
      fc.property(population, fc.integer({ min: 1, max: 100 }), seed, (rows, percent, text) => {
        const drawn = drawSubjects(rows, { ratio: percent / 100 }, text, sha256);
        expect(drawn.length).toBe(Math.ceil((rows.length * percent) / 100));
        expect(new Set(idsOf(drawn)).size).toBe(drawn.length);
      }),
    );
  });

  it('takes the count asked for, or everybody where there are fewer', () => {
    fc.assert(
      fc.property(population, fc.integer({ min: 1, max: 60 }), seed, (rows, count, text) => {
        expect(drawSubjects(rows, { count }, text, sha256).length).toBe(Math.min(count, rows.length));
      }),
    );
  });

  it('takes from each named credit grade its own share, and nobody of the others', () => {
    fc.assert(
      fc.property(population, fc.integer({ min: 1, max: 100 }), seed, (rows, percent, text) => {
        const drawn = drawSubjects(rows, { byGrade: { A: percent / 100, D: 1 } }, text, sha256);
        const of = (list: typeof rows, grade: CreditGrade) => list.filter(({ creditGrade }) => creditGrade === grade);
        expect(of([...drawn], 'A').length).toBe(Math.ceil((of(rows, 'A').length * percent) / 100));
        expect(of([...drawn], 'D').length).toBe(of(rows, 'D').length);
        expect([...of([...drawn], 'B'), ...of([...drawn], 'C')]).toEqual([]);
      }),
    );
  });

  it('draws somebody else with another seed', () => {
    const rows = numbered(100);
    const drawn = (text: string) => idsOf(drawSubjects(rows, { count: 10 }, text, sha256));
    expect(drawn('one')).not.toEqual(drawn('two'));
  });

  it('holds a smaller share within the larger one of the same seed', () => {
    fc.assert(
      fc.property(population, fc.integer({ min: 1, max: 20 }), seed, (rows, count, text) => {
        const larger = new Set(idsOf(drawSubjects(rows, { count: count + 5 }, text, sha256)));
        expect(idsOf(drawSubjects(rows, { count }, text, sha256)).every((id) => larger.has(id))).toBe(true);
      }),
    );
  });

  it('answers 7 of 100 for 7 %, though 0.07 × 100 is a little more in binary', () => {
    expect(drawSubjects(numbered(100), { ratio: 0.07 }, 's', sha256).length).toBe(7);
  });

  it('takes at least one where there is anyone, and nobody where there is not', () => {
    expect(drawSubjects(numbered(3), { ratio: 1e-12 }, 's', sha256).length).toBe(1);
    expect(drawSubjects([], { ratio: 1 }, 's', sha256)).toEqual([]);
  });
});
