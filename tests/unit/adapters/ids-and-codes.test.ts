import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededIds, systemIds } from '../../../lib/adapters/ids.ts';
import { visitCodes } from '../../../lib/adapters/visit-codes.ts';

const take = (count: number, { next }: { next(): string }) => Array.from({ length: count }, () => next());
const idForm = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const anId = fc
  .tuple(fc.constantFrom(...'01234'), fc.array(fc.constantFrom(...alphabet), { minLength: 25, maxLength: 25 }))
  .map(([first, rest]) => first + rest.join(''));

describe('system ids', () => {
  it('are 26 characters that sort in the order they were made', () => {
    const ids = take(2_000, systemIds);
    expect(ids.every((id) => idForm.test(id))).toBe(true);
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('seeded ids', () => {
  it('begin with the seed, ascend, and are the same for the same seed', () => {
    fc.assert(
      fc.property(anId, (seed) => {
        const ids = take(30, seededIds(seed));
        expect(ids[0]).toBe(seed);
        expect(ids).toEqual(take(30, seededIds(seed)));
        expect(ids).toEqual(ids.toSorted());
        expect(ids.every((id) => idForm.test(id))).toBe(true);
      }),
    );
  });

  it('of requests of the same millisecond never meet', () => {
    const seeds = take(200, systemIds);
    const all = seeds.flatMap((seed) => take(50, seededIds(seed)));
    expect(new Set(all).size).toBe(all.length);
  });

  it('take no seed that is not an id', () => {
    for (const seed of ['', 'seed', 'u'.repeat(26), '0'.repeat(27)]) {
      expect(() => seededIds(seed)).toThrow(RangeError);
    }
  });
});

describe('visit codes', () => {
  it('are ten characters that cannot be taken for one another, and do not repeat', () => {
    const codes = take(5_000, visitCodes);
    expect(codes.every((code) => /^[34679ACDEFGHJKMNPQRTWXY]{10}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
