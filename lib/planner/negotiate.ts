import type { BusinessProgram } from './business-program.ts';
import type { Model } from './model.ts';
import type { Schedule } from './schedule.ts';

export type Round = {
  /** How far a slot's price falls while it has room and rises while it is full, at the first and at the last sweep. */
  readonly firmness: { readonly first: number; readonly last: number };
  readonly sweeps: number;
  /** By how much a sweep moves the price of a slot at twice its capacity. */
  readonly learning: number;
};

export type Negotiation = {
  /** Starts a round from the plan as it stands; it may exceed capacities until `settle`. */
  readonly begin: (round: Round) => void;
  /** Replans the next businesses; true once the round's sweeps are done. */
  readonly step: (businesses: number) => boolean;
  /** Brings every slot within capacity; gives up, and says false, where the next step would take it to so many business programs that it is over. */
  readonly settle: (isOver: (programs: number) => boolean) => boolean;
  readonly runs: () => number;
};

/**
 * Turns prices into a plan, as routers of circuits do (PathFinder, McMurchie and Ebeling 1995). At the best prices of the dual each business alone
 * chooses what a nearly optimal plan would have it do, except where several choices cost the same: there all take the same slots. So the
 * businesses are replanned one by one against each other: a slot with room is offered a little under its price, a full one may be exceeded
 * for a little more, the difference grows from sweep to sweep (`firmness`), and slots that stay exceeded or idle have their price moved. Ties resolve
 * first, hard conflicts last. What is exceeded in the end is settled by moving the occupants whose next best choice costs least. A sweep costs one
 * business program each, some 2 µs; 50 sweeps come within 1 % of the bound where 1000 of local search don't.
 */
export const createNegotiation = (
  model: Model,
  schedule: Schedule,
  program: BusinessProgram,
  guide: Float64Array,
): Negotiation => {
  const { parts, capacity } = model;
  const { used, free, full, reprice, visits } = schedule;
  const moved = new Float64Array(used.length);
  let round: Round = { firmness: { first: 1, last: 1 }, sweeps: 0, learning: 0 };
  let sweep = 0;
  let next = 0;
  let runs = 0;

  const learn = (): void => {
    for (let place = 0; place < used.length; place++) {
      if (capacity[place] === 0) continue;
      const change = (round.learning * (used[place] - capacity[place])) / capacity[place];
      moved[place] = Math.max(-guide[place], moved[place] + change);
    }
  };
  const offer = (): void => {
    const { first, last } = round.firmness;
    const firmness = first * (last / first) ** (sweep / Math.max(1, round.sweeps - 1));
    for (let place = 0; place < used.length; place++) {
      if (capacity[place] === 0) continue;
      const price = guide[place] + moved[place];
      free[place] = Math.max(0, price - firmness);
      full[place] = price + firmness;
      reprice(place);
    }
  };
  const replan = (part: number, prices: Schedule['hard']): void => {
    schedule.remove(part);
    program.solve(part, prices, schedule.siblings(part));
    schedule.place(part, program.chosen.count, program.chosen, 0);
    runs++;
  };

  /** By how much the plan's cost rises if the part has to do without full slots. */
  const costOfMoving = (part: number): number => {
    const count = visits.count[part];
    const before = schedule.cost();
    replan(part, schedule.hard);
    const rise = schedule.cost() - before;
    schedule.remove(part);
    restore(part, count);
    return rise;
  };
  const previous = { set: new Int32Array(16), at: new Int32Array(16), option: new Int32Array(16) };
  const remember = (part: number): void => {
    for (let k = 0; k < visits.count[part]; k++) {
      previous.set[k] = visits.set[parts.requestStart[part] + k];
      previous.at[k] = visits.at[parts.requestStart[part] + k];
      previous.option[k] = visits.option[parts.requestStart[part] + k];
    }
  };
  const restore = (part: number, count: number): void => schedule.place(part, count, previous, 0);

  return {
    begin: (given) => {
      round = given;
      sweep = 0;
      next = 0;
      moved.fill(0);
    },
    step: (businesses) => {
      for (let n = 0; n < businesses && sweep < round.sweeps; n++) {
        if (next === 0) offer();
        if (next < parts.count) replan(next++, schedule.soft);
        if (next < parts.count) continue;
        next = 0;
        sweep++;
        learn();
      }
      return sweep >= round.sweeps;
    },
    settle: (isOver) => {
      const before = runs;
      free.fill(0);
      for (let place = 0; place < used.length; place++) reprice(place);
      for (let place = 0; place < used.length; place++) {
        while (used[place] > capacity[place]) {
          if (isOver(runs - before + used[place] + 1)) return false;
          let cheapest = Number.POSITIVE_INFINITY;
          let leaves = schedule.occupant(place, 0);
          // Replanning shuffles the occupants, so they are listed first.
          const occupants = Array.from({ length: used[place] }, (_, n) => schedule.occupant(place, n));
          for (const part of occupants) {
            remember(part);
            const rise = costOfMoving(part);
            if (rise >= cheapest) continue;
            cheapest = rise;
            leaves = part;
          }
          replan(leaves, schedule.hard);
        }
      }
      return true;
    },
    runs: () => runs,
  };
};
