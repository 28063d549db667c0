import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metresBetween } from '../../../lib/domain/distance.ts';
import { metresOfWay, orderRound, type RoundStop } from '../../../lib/domain/field/order-round.ts';

const aStop = (visitId: string, start: string, grid: string): RoundStop => ({
  visitId,
  start,
  grid,
  street: grid.slice(0, 3),
});
const idsOf = (stops: readonly RoundStop[]) => stops.map(({ visitId }) => visitId).join('');
const wayOf = (stops: readonly RoundStop[]): number =>
  stops.reduce((sum, stop, n) => sum + (n > 0 && stops[n - 1] ? metresOfWay(stops[n - 1] ?? stop, stop) : 0), 0);

const permutations = <Row>(rows: readonly Row[]): Row[][] =>
  rows.length === 0
    ? [[]]
    : rows.flatMap((row, n) => permutations(rows.filter((_, m) => m !== n)).map((rest) => [row, ...rest]));

const stop = fc.record({
  start: fc.constantFrom('09:00', '10:30'),
  grid: fc.constantFrom('S01-G1', 'S01-G2', 'S02-G1', 'S03-G1'),
});
const someStops = fc
  .array(stop, { minLength: 1, maxLength: 6 })
  .map((stops) => stops.map(({ start, grid }, n) => aStop(String(n), start, grid)));

describe('a day’s round', () => {
  it('keeps the sequence that starts fix, and goes on where the last stop was', () => {
    const stops = [aStop('d', '10:30', 'S02-G1'), aStop('a', '09:00', 'S02-G1'), aStop('b', '09:00', 'S01-G1')];
    expect(idsOf(orderRound([...stops, aStop('c', '10:30', 'S01-G1')]))).toBe('badc');
  });

  it('goes by places where they are known', () => {
    const at = (visitId: string, longitude: number): RoundStop => ({
      ...aStop(visitId, '09:00', `S0${visitId}-G1`),
      location: { latitude: 30.25, longitude },
    });
    expect(['132', '231']).toContain(idsOf(orderRound([at('1', 120.1), at('2', 120.3), at('3', 120.2)])));
  });

  it('is never longer than any other order that keeps the starts', () => {
    fc.assert(
      fc.property(someStops, (stops) => {
        const ordered = orderRound(stops);
        const inOrder = (some: readonly RoundStop[]) =>
          some.every(({ start }, n) => n === 0 || (some[n - 1]?.start ?? '') <= start);
        expect(inOrder(ordered)).toBe(true);
        expect(idsOf(ordered).split('').toSorted()).toEqual(idsOf(stops).split('').toSorted());
        const best = Math.min(...permutations(stops).filter(inOrder).map(wayOf));
        expect(wayOf(ordered)).toBe(best);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same whichever way the stops came', () => {
    fc.assert(
      fc.property(someStops, (stops) => {
        expect(idsOf(orderRound(stops.toReversed()))).toBe(idsOf(orderRound(stops)));
      }),
      { numRuns: 40 },
    );
  });

  it('is found for fifty stops at one start', () => {
    const many = Array.from({ length: 50 }, (_, n) => aStop(String(n), '09:00', `S01-G${n % 7}`));
    const ordered = orderRound(many);
    expect(new Set(ordered)).toEqual(new Set(many));
    expect(wayOf(ordered)).toBeLessThan(wayOf(many));
  });
});

describe('a distance', () => {
  it('is that of the map: West Lake to Hangzhou East station, 8.5 km', () => {
    const metres = metresBetween(
      { latitude: 30.2448, longitude: 120.1414 },
      { latitude: 30.2908, longitude: 120.2123 },
    );
    expect(metres).toBeGreaterThan(8_400);
    expect(metres).toBeLessThan(8_600);
  });
});
