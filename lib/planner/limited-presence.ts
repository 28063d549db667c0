import type { Chosen, Presence, Siblings } from './chosen-visits.ts';
import type { Model } from './model.ts';
import { addPresence } from './part-rules.ts';
import type { Prices, Weights } from './price-table.ts';
import type { Charges } from './set-prices.ts';

/** The program without limits, which plans into `chosen` under the charges that stand. */
export type Unlimited = {
  readonly chosen: Chosen;
  readonly charges: Charges;
  readonly solveAt: (part: number, prices: Prices, siblings: Siblings | undefined) => void;
  /** What leaving out all of the part's requests costs. */
  readonly leavingAllOut: (part: number) => number;
};

type Given = { readonly part: number; readonly prices: Prices; readonly siblings: Siblings | undefined };

const halvings = 10;

/**
 * Brings a part's plan within what a business may be asked for: attendances, and slots that units stay. Tried are a charge on
 * each, and leaving out one request after the other; the cheaper one is kept, which need not be the cheapest there is.
 */
export const createLimitedPresence = (
  model: Model,
  weights: Weights,
  most: Presence,
  { chosen, charges, solveAt, leavingAllOut }: Unlimited,
) => {
  const { setBits } = model.parts;
  const spare: Omit<Chosen, 'bound'> = {
    count: 0,
    set: new Int32Array(chosen.set.length),
    at: new Int32Array(chosen.at.length),
    option: new Int32Array(chosen.option.length),
    cost: 0,
  };
  const copy = (from: Omit<Chosen, 'bound'>, to: Omit<Chosen, 'bound'>): void => {
    to.set.set(from.set);
    to.at.set(from.at);
    to.option.set(from.option);
    to.count = from.count;
    to.cost = from.cost;
  };

  const presence = (part: number): Presence => {
    const sum = { attendances: 0, slots: 0 };
    for (let k = 0; k < chosen.count; k++)
      addPresence(model, part, chosen.option[k], chosen.at[k] < 0 ? -1 - chosen.at[k] : undefined, sum);
    return sum;
  };

  /** The least charge at which little enough is left, to within a thousandth of what leaving all out costs. */
  const chargeUntil = (
    kind: 'attendance' | 'slot',
    { part, prices, siblings }: Given,
    isEnough: () => boolean,
  ): void => {
    const charge = (amount: number): void => {
      charges[kind] = amount;
      solveAt(part, prices, siblings);
    };
    let tooLow = 0;
    let enough = weights.unscheduled + leavingAllOut(part);
    for (let halving = 0; halving < halvings; halving++) {
      const middle = (tooLow + enough) / 2;
      charge(middle);
      if (isEnough()) enough = middle;
      else tooLow = middle;
    }
    charge(enough);
  };

  /** Leaves out the request that the plan misses least, again and again, until little enough is left. */
  const leaveOutUntil = ({ part, prices, siblings }: Given, isEnough: () => boolean): void => {
    solveAt(part, prices, siblings);
    while (!isEnough() && chosen.count > 0) {
      let served = 0;
      for (let k = 0; k < chosen.count; k++) served |= setBits[chosen.set[k]];
      const before = charges.barred;
      let least = Number.POSITIVE_INFINITY;
      let next = before | served;
      for (let rest = served; rest > 0; rest &= rest - 1) {
        charges.barred = before | (rest & -rest);
        solveAt(part, prices, siblings);
        if (chosen.cost >= least) continue;
        least = chosen.cost;
        next = charges.barred;
      }
      charges.barred = next;
      solveAt(part, prices, siblings);
    }
    charges.barred = 0;
  };

  /** Brings what was just planned within the limits; its cost is without the charges. */
  return (given: Given): void => {
    const { part, siblings } = given;
    const keeps = (kind: keyof Presence) => presence(part)[kind] + (siblings?.presence[kind] ?? 0) <= most[kind];
    const keepsBoth = () => keeps('attendances') && keeps('slots');
    if (keepsBoth()) return;
    // More of one charge may bring the other kind back up, so the second search looks for both; at its end nobody comes.
    if (!keeps('attendances')) chargeUntil('attendance', given, () => keeps('attendances'));
    if (!keeps('slots')) chargeUntil('slot', given, keepsBoth);
    const { attendances, slots } = presence(part);
    chosen.cost -= charges.attendance * attendances + charges.slot * slots;
    charges.attendance = 0;
    charges.slot = 0;
    copy(chosen, spare);
    leaveOutUntil(given, keepsBoth);
    if (spare.cost < chosen.cost) copy(spare, chosen);
  };
};
