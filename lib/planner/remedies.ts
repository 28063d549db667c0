import type { BusinessProgram } from './business-program.ts';
import type { Instance } from './instance.ts';
import type { Model } from './model.ts';
import type { Remedy } from './planning-options.ts';
import { stayAt, type Weights } from './price-table.ts';
import type { Schedule } from './schedule.ts';
import { teamValue } from './shadow-prices.ts';
import { createUndoLog } from './undo-log.ts';

export type Remedies = {
  /** The day among `days` on which one more team of the unit would make the plan cheapest by placing the request; undefined where none would. */
  readonly oneMoreTeam: (part: number, r: number, days: readonly number[]) => Remedy | undefined;
  /** The first of `days` on which the unit has a team left for a visit of `stay` slots that costs less than leaving the request out. */
  readonly laterDue: (part: number, r: number, days: readonly number[], stay: number) => Remedy | undefined;
};

/**
 * Single changes that would place a request, each tried on the plan as it stands: with one more team on a day the business is planned anew, exactly, while
 * everything else stays; for a later due day the cheapest visit for the request alone is priced, trips made anyway being free. So a plan with that change
 * and the saving exists; a search from there may save more. Beside it stands what the prices say that a team is worth there, to everybody: at most
 * by so much does the bound fall. Costs a business program for each day of the window. Needs a finished schedule, without prices on free slots.
 */
export const createRemedies = (
  instance: Instance,
  model: Model,
  weights: Weights,
  schedule: Schedule,
  program: BusinessProgram,
  prices: Float64Array,
): Remedies => {
  const { parts, requests, capacity, slotCount, timeCount, dayCount, sessionCount, sessionOf } = model;
  const log = createUndoLog(model, schedule);

  const lend = (unit: number, day: number, teams: number): void => {
    const from = unit * timeCount + day * slotCount;
    for (let place = from; place < from + slotCount; place++) capacity[place] += teams;
    for (let place = from; place < from + slotCount; place++) schedule.reprice(place);
  };

  const leaveAllOut = (part: number): number => {
    let sum = 0;
    for (let r = parts.requestStart[part]; r < parts.requestStart[part + 1]; r++)
      sum += weights.unscheduled * requests.weight[r];
    return sum;
  };

  /** What planning the part anew saves; nothing where that still leaves the request out. */
  const savedByReplanning = (part: number, r: number): number => {
    log.begin();
    const rise = log.takeOut(part);
    const cost = program.solve(part, schedule.hard, schedule.siblings(part));
    let served = 0;
    for (let k = 0; k < program.chosen.count; k++) served |= parts.setBits[program.chosen.set[k]];
    log.undo();
    return (served >> (r - parts.requestStart[part])) & 1 ? leaveAllOut(part) - rise - cost : 0;
  };

  return {
    oneMoreTeam: (part, r, days) => {
      const unit = requests.unit[r];
      let best: Remedy | undefined;
      for (const day of days) {
        lend(unit, day, 1);
        const saves = savedByReplanning(part, r);
        lend(unit, day, -1);
        if (saves <= (best?.saves ?? 0)) continue;
        const worth = teamValue(model, prices, unit, day);
        best = { kind: 'one-more-team', unit: instance.units[unit].id, day: instance.days[day], saves, worth };
      }
      return best;
    },
    laterDue: (part, r, days, stay) => {
      const unit = requests.unit[r];
      let need = parts.needStart[part];
      while (need < parts.needStart[part + 1] && parts.needUnit[need] !== unit) need++;
      for (const day of days) {
        let least = Number.POSITIVE_INFINITY;
        for (let slot = 0; slot < slotCount; slot++) {
          const trip = (parts.needBeat[need] * dayCount + day) * sessionCount + sessionOf[slot];
          const attend = schedule.hard.attend[stayAt(model, unit, stay) + day * slotCount + slot];
          least = Math.min(least, attend + schedule.hard.trip[trip]);
        }
        const saves = weights.unscheduled * requests.weight[r] - weights.visit - least;
        if (saves > 0) return { kind: 'later-due', due: instance.days[day], saves };
      }
      return undefined;
    },
  };
};
