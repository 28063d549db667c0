import type { BusinessProgram } from './business-program.ts';
import type { Model } from './model.ts';
import type { Random } from './random.ts';
import type { Schedule } from './schedule.ts';

export type Ejection = {
  /** Plans the part anew; keeps the outcome if the plan's cost rises by no more than `tolerance`. Says whether it was kept. */
  readonly replan: (part: number, tolerance: number) => boolean;
  /** Business programs run so far. */
  readonly runs: () => number;
};

const deepest = 3;
const longestChain = 12;
/** How fast the price of a full slot follows what evictions from it turn out to cost. */
const learning = 0;

/**
 * One move of the search: plan a business as if full slots had a price (`Schedule.full`), evict one occupant of each slot that is over its
 * capacity then, plan those again in the same way (after `deepest` rounds without full slots), and roll back if the plan grew dearer
 * than allowed. Every business program is exact, so a move finds the best day, staffing and grouping at once. The price of a full slot
 * learns from what its evictions cost. A move costs a few business programs, some 20 microseconds.
 */
export const createEjection = (
  model: Model,
  schedule: Schedule,
  program: BusinessProgram,
  random: Random,
): Ejection => {
  const { parts, timeCount, standing, slotCount } = model;
  const { visits, used, full } = schedule;
  const touchedAt = new Int32Array(parts.count).fill(-1);
  let stamp = 0;
  let runs = 0;
  const touched: number[] = [];
  const journal = { count: [] as number[], set: [] as number[], at: [] as number[], option: [] as number[] };
  const queue: number[] = [];
  const depth: number[] = [];
  const gain: number[] = [];
  const from: number[] = [];

  const takeOut = (part: number): number => {
    touchedAt[part] = stamp;
    touched.push(part);
    journal.count.push(visits.count[part]);
    for (let k = parts.requestStart[part]; k < parts.requestStart[part] + visits.count[part]; k++) {
      journal.set.push(visits.set[k]);
      journal.at.push(visits.at[k]);
      journal.option.push(visits.option[k]);
    }
    const before = schedule.cost();
    schedule.remove(part);
    return schedule.cost() - before;
  };

  const rollBack = (): void => {
    for (const part of touched) schedule.remove(part);
    let at = 0;
    for (let n = 0; n < touched.length; n++) {
      schedule.place(
        touched[n],
        { count: journal.count[n], set: journal.set, at: journal.at, option: journal.option },
        at,
      );
      at += journal.count[n];
    }
  };

  /** Evicts one occupant of every place that the part's visits overfill; false where all of them are part of this chain already. */
  const evict = (part: number, level: number): boolean => {
    for (let k = parts.requestStart[part]; k < parts.requestStart[part] + visits.count[part]; k++) {
      const visit = visits.at[k] < 0 ? -1 - visits.at[k] : -1;
      const time = visit < 0 ? visits.at[k] : standing.day[visit] * slotCount + standing.slot[visit];
      const option = visits.option[k];
      for (let e = parts.entryStart[option]; e < parts.entryStart[option + 1]; e++) {
        const need = parts.needStart[part] + parts.entries[e];
        const base = visit < 0 ? 0 : Math.max(0, standing.base[standing.baseStart[visit] + parts.entries[e]]);
        const start = parts.needUnit[need] * timeCount + time + base;
        for (let place = start; place < start + parts.needStay[need]; place++) {
          if (used[place] <= model.capacity[place]) continue;
          let n = random.below(used[place]);
          let tries = used[place];
          while (tries > 0 && touchedAt[schedule.occupant(place, n)] === stamp) {
            n = (n + 1) % used[place];
            tries--;
          }
          if (tries === 0) return false;
          const other = schedule.occupant(place, n);
          gain.push(takeOut(other));
          queue.push(other);
          depth.push(level);
          from.push(place);
        }
      }
    }
    return true;
  };

  const learn = (place: number, cost: number): void => {
    const price = Math.min(3000, Math.max(0.5, cost));
    full[place] += learning * (price - full[place]);
    schedule.reprice(place);
  };

  const replan = (part: number, tolerance: number): boolean => {
    stamp++;
    for (const list of [touched, journal.count, journal.set, journal.at, journal.option, queue, depth, gain, from])
      list.length = 0;
    const before = schedule.cost();
    gain.push(takeOut(part));
    queue.push(part);
    depth.push(0);
    from.push(-1);
    let pending = gain[0];
    for (let n = 0; n < queue.length; n++) {
      const next = queue[n];
      const soft = depth[n] < deepest && queue.length < longestChain;
      const missing = schedule.cost();
      runs++;
      program.solve(next, soft ? schedule.soft : schedule.hard, schedule.siblings(next));
      schedule.place(next, program.chosen, 0);
      pending -= gain[n];
      if (from[n] >= 0) learn(from[n], schedule.cost() - missing + gain[n]);
      const known = gain.length;
      if (soft && !evict(next, depth[n] + 1)) {
        rollBack();
        return false;
      }
      for (let k = known; k < gain.length; k++) pending += gain[k];
      // What is still to be placed again may at best cost what it did before.
      if (schedule.cost() - pending - before > tolerance + 1e-9) {
        rollBack();
        return false;
      }
    }
    return true;
  };
  return { replan, runs: () => runs };
};
