import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { staffings } from '../../../lib/planner/recognition.ts';

const slotMinutes = 60;
const longest = 2;
const asks = fc.array(
  fc.record({ unit: fc.nat(2), class: fc.nat(3), minutes: fc.constantFrom(0, 10, 30, 50, 60, 90) }),
  { minLength: 1, maxLength: 8 },
);
type Ask = { readonly unit: number; readonly class: number; readonly minutes: number };

/** Every way to give each class to a unit that asked for it, as slots by unit. */
const everyStaffing = (given: readonly Ask[]): number[][] => {
  const classes = [...new Set(given.map((ask) => ask.class))];
  let all: number[][] = [[0, 0, 0]];
  for (const cls of classes) {
    const least = new Map<number, number>();
    for (const ask of given)
      if (ask.class === cls) least.set(ask.unit, Math.min(ask.minutes, least.get(ask.unit) ?? ask.minutes));
    all = all.flatMap((minutes) =>
      [...least].map(([unit, more]) => minutes.map((spent, u) => (u === unit ? spent + more : spent))),
    );
  }
  return all
    .map((minutes) => minutes.map((spent) => Math.ceil(spent / slotMinutes)))
    .filter((slots) => slots.every((stay) => stay <= longest));
};
const found = (given: readonly Ask[]) =>
  staffings(
    {
      units: given.map((ask) => ask.unit),
      classes: given.map((ask) => ask.class),
      minutes: given.map((ask) => ask.minutes),
    },
    3,
    4,
    slotMinutes,
    longest,
  );

describe('who performs what in a visit', () => {
  it('finds for every staffing one that stays nowhere longer', () => {
    fc.assert(
      fc.property(asks, (given) => {
        const { options, exact } = found(given);
        expect(exact).toBe(true);
        for (const slots of everyStaffing(given))
          expect(options.some((option) => option.slots.every((stay, unit) => stay <= slots[unit]))).toBe(true);
      }),
    );
  });

  it('finds only staffings that exist, none of which is needless', () => {
    fc.assert(
      fc.property(asks, (given) => {
        const { options } = found(given);
        const all = everyStaffing(given).map((slots) => slots.join());
        for (const { slots, performer } of options) {
          expect(all).toContain(slots.join());
          for (const { class: cls } of given)
            expect(given.some((ask) => ask.class === cls && ask.unit === performer[cls])).toBe(true);
          expect(options.filter((other) => other.slots.every((stay, unit) => stay <= slots[unit]))).toHaveLength(1);
        }
      }),
    );
  });

  it('lets one unit do what two asked for, either of them', () => {
    const { options } = found([
      { unit: 0, class: 0, minutes: 30 },
      { unit: 1, class: 0, minutes: 30 },
    ]);
    expect(options.map(({ slots }) => slots)).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ]);
  });

  it('has no staffing for checks that take longer than a session', () => {
    expect(found([0, 1, 2].map((cls) => ({ unit: 0, class: cls, minutes: 50 }))).options).toEqual([]);
  });
});
