import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededPicks } from '../../../infra/local/demo/seeded-picks.ts';
import { socialCreditCode } from '../../../infra/local/demo/social-credit-code.ts';
import { businessIdFault } from '../../../lib/domain/credit-code.ts';

describe('choices by seed', () => {
  test('a sample has different values, no more than there are, and is the same for the same seed', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(30), fc.nat(40), (seed, size, count) => {
        const values = Array.from({ length: size }, (_, at) => at);
        const sample = seededPicks(seed).sample(values, count);
        expect(sample).toHaveLength(Math.min(size, count));
        expect(new Set(sample).size).toBe(sample.length);
        expect(seededPicks(seed).sample(values, count)).toEqual(sample);
      }),
    );
  });

  test('other seeds choose otherwise', () => {
    const first = (seed: string) => seededPicks(seed).next();
    expect(first('units')).not.toBe(first('businesses'));
  });

  test('nothing can be picked from nothing', () => {
    expect(() => seededPicks('a').pick([])).toThrow('nothing to pick from');
  });
});

describe('generated credit codes', () => {
  test('are ones that an import takes, whatever the organisation’s number', () => {
    fc.assert(
      fc.property(fc.constantFrom('91', '92', '12', '52'), fc.nat(9999), (kind, number) => {
        const code = socialCreditCode(kind, '330102', `DEM0${String(number).padStart(4, '0')}`);
        expect(businessIdFault(`${code}-01`)).toBeUndefined();
      }),
    );
  });

  test('can’t be made with letters that the standard leaves out', () => {
    expect(() => socialCreditCode('91', '330102', 'DEMO0001')).toThrow('DEMO0001');
  });
});
