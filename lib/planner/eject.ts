import type { BusinessProgram } from './business-program.ts';
import type { Model } from './model.ts';
import type { Random } from './random.ts';
import type { Schedule } from './schedule.ts';
import { createUndoLog } from './undo-log.ts';

export type Ejection = {
  /** Plans the part anew with `most` business programs at most; keeps the outcome if the plan's cost doesn't rise. Says whether it was kept. */
  readonly replan: (part: number, most: number) => boolean;
  /** Business programs run so far. */
  readonly runs: () => number;
};

const deepest = 3;
const longestChain = 12;

/**
 * One move of the search: plan a business as if full slots had a price (`Schedule.full`), evict one occupant of each slot that is over its
 * capacity then, plan those again in the same way (after `deepest` rounds without full slots), and roll back if the plan grew dearer
 * than allowed. Every business program is exact, so a move finds the best day, staffing and grouping at once. A move costs
 * a few business programs, some 20 microseconds.
 */
export const createEjection = (
  model: Model,
  schedule: Schedule,
  program: BusinessProgram,
  random: Random,
): Ejection => {
  const { parts, timeCount, standing, slotCount } = model;
  const { visits, used } = schedule;
  const log = createUndoLog(model, schedule);
  let runs = 0;
  const queue: number[] = [];
  const depth: number[] = [];
  const gain: number[] = [];

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
          while (tries > 0 && log.holds(schedule.occupant(place, n))) {
            n = (n + 1) % used[place];
            tries--;
          }
          if (tries === 0) return false;
          const other = schedule.occupant(place, n);
          gain.push(log.takeOut(other));
          queue.push(other);
          depth.push(level);
        }
      }
    }
    return true;
  };

  const replan = (part: number, most: number): boolean => {
    log.begin();
    queue.length = 0;
    depth.length = 0;
    gain.length = 0;
    const before = schedule.cost();
    gain.push(log.takeOut(part));
    queue.push(part);
    depth.push(0);
    let pending = gain[0];
    for (let n = 0; n < queue.length; n++) {
      if (n >= most) {
        log.undo();
        return false;
      }
      const next = queue[n];
      const soft = depth[n] < deepest && queue.length < longestChain;
      runs++;
      program.solve(next, soft ? schedule.soft : schedule.hard, schedule.siblings(next));
      schedule.place(next, program.chosen.count, program.chosen, 0);
      pending -= gain[n];
      const known = gain.length;
      if (soft && !evict(next, depth[n] + 1)) {
        log.undo();
        return false;
      }
      for (let k = known; k < gain.length; k++) pending += gain[k];
      // What is still to be placed again may at best cost what it did before.
      if (schedule.cost() - pending - before > 1e-9) {
        log.undo();
        return false;
      }
    }
    return true;
  };
  return { replan, runs: () => runs };
};
