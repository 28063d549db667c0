import type { BusinessProgram } from './business-program.ts';
import type { Model } from './model.ts';
import { partsByBeat } from './parts-by-beat.ts';
import type { Weights } from './price-table.ts';
import { createRandom } from './random.ts';
import type { Schedule } from './schedule.ts';
import { createUndoLog } from './undo-log.ts';

export type RuinRecreate = {
  /** Goes on from the plan as it stands for some `programs` business programs, never more than `most`; `cooled` of the way is behind, from 0 to 1. */
  readonly step: (programs: number, most: number, cooled: number) => void;
  readonly runs: () => number;
};

export type RuinRecreateOptions = {
  readonly weights: Weights;
  /** What one more team would save in each place, as far as known. */
  readonly guide: Float64Array;
  readonly seed: number;
};

/** Dearer by so much of a visit's weight is accepted one time in e, at first and in the end. */
const heat = { first: 0.05, last: 0.001 } as const;
/** Businesses taken out at once. */
const ruined = { least: 2, most: 9 } as const;
/** Moves between two drawings of prices. */
const movesPerDrawing = 500;

/**
 * Takes out a few businesses that compete for the same teams of a day, or share trips, and plans them again one after the other in random
 * order (ruin and recreate, Schrimpf et al. 2000); a plan that is a little dearer is accepted while the search is warm. Where the negotiation and
 * the ejections are through, this finds the exchanges among several businesses that remain: a trip saved here for a slot given up there. Prices
 * are a random part of those of the dual, so that a business spares what others need. A move costs as many business programs as it takes out.
 */
export const createRuinRecreate = (
  model: Model,
  schedule: Schedule,
  program: BusinessProgram,
  { weights, guide, seed }: RuinRecreateOptions,
): RuinRecreate => {
  const { parts, capacity, slotCount, timeCount } = model;
  const { free, used, reprice } = schedule;
  const random = createRandom(seed ^ 0x5bd1e995);
  const log = createUndoLog(model, schedule);
  const neighbours = partsByBeat(model);
  const taken: number[] = [];
  let runs = 0;
  let moves = 0;

  const drawPrices = (): void => {
    const trust = random.next();
    const noise = (weights.visit / 50) * random.next() ** 2;
    for (let place = 0; place < free.length; place++) {
      if (capacity[place] === 0) continue;
      free[place] = trust * guide[place] * random.next() + noise * random.next();
      reprice(place);
    }
  };

  const takeOut = (part: number): void => {
    if (log.holds(part)) return;
    log.takeOut(part);
    taken.push(part);
  };

  /** Takes out some of those that hold a team of the unit on the day. */
  const ruinDay = (unit: number, day: number, most: number): void => {
    const from = unit * timeCount + day * slotCount;
    for (let tries = 0; tries < 2 * most && taken.length < most; tries++) {
      const place = from + random.below(slotCount);
      if (used[place] > 0) takeOut(schedule.occupant(place, random.below(used[place])));
    }
  };

  const ruinBeat = (beat: number, most: number): void => {
    const { start, members } = neighbours;
    for (let tries = 0; tries < 2 * most && taken.length < most; tries++)
      takeOut(members[start[beat] + random.below(start[beat + 1] - start[beat])]);
  };

  const ruin = (): void => {
    taken.length = 0;
    const lead = random.below(parts.count);
    const most = ruined.least + random.below(ruined.most - ruined.least + 1);
    takeOut(lead);
    while (taken.length < most) {
      const before = taken.length;
      const part = taken[random.below(taken.length)];
      const needs = parts.needStart[part + 1] - parts.needStart[part];
      if (needs === 0) return;
      const need = parts.needStart[part] + random.below(needs);
      if (random.next() < 0.5) ruinBeat(parts.needBeat[need], Math.min(most, taken.length + 3));
      else {
        const day = parts.firstDay[part] + random.below(parts.lastDay[part] - parts.firstDay[part] + 1);
        ruinDay(parts.needUnit[need], day, Math.min(most, taken.length + 3));
      }
      if (taken.length === before && random.next() < 0.3) return;
    }
  };

  const move = (heatNow: number): void => {
    const before = schedule.cost();
    log.begin();
    ruin();
    for (let n = taken.length - 1; n > 0; n--) {
      const other = random.below(n + 1);
      [taken[n], taken[other]] = [taken[other], taken[n]];
    }
    for (const part of taken) {
      program.solve(part, schedule.hard, schedule.siblings(part));
      schedule.place(part, program.chosen.count, program.chosen, 0);
      runs++;
    }
    const rise = schedule.cost() - before;
    if (rise > 0 && rise > -heatNow * Math.log(1 - random.next())) log.undo();
  };

  return {
    step: (programs, most, cooled) => {
      const until = runs + programs;
      const heatNow = weights.visit * heat.first * (heat.last / heat.first) ** cooled;
      while (runs < until && until + most - programs - runs >= ruined.most && parts.count > 0) {
        if (moves++ % movesPerDrawing === 0) drawPrices();
        move(heatNow);
      }
    },
    runs: () => runs,
  };
};
