import type { BusinessProgram } from './business-program.ts';
import type { Model } from './model.ts';
import type { Schedule } from './schedule.ts';
import { createUndoLog } from './undo-log.ts';

/** Businesses looked at between two looks at the clock: some 10 ms at most. */
const piece = 500;
/** A smaller part of the cost than this is an error of summation, not a gain. */
const leastGain = 1e-11;

/**
 * Plans every business with a request left out once more at true costs, no prices, in the capacity that is left, until none gets cheaper. So whatever a
 * search was stopped in, no request is left out that could simply be added, and `no-capacity` is a true reason. Needs a schedule within
 * capacity; the cost never rises. Costs a business program for each such business, and another where one of them moved. Yields between pieces
 * of the work; answered false there, it leaves off.
 */
export function* completing(
  model: Model,
  schedule: Schedule,
  program: BusinessProgram,
): Generator<void, void, boolean> {
  const { free, reprice } = schedule;
  for (let place = 0; place < free.length; place++) {
    if (free[place] === 0) continue;
    free[place] = 0;
    reprice(place);
  }
  const log = createUndoLog(model, schedule);
  const replan = (part: number): boolean => {
    const before = schedule.cost();
    log.begin();
    log.takeOut(part);
    program.solve(part, schedule.hard, schedule.siblings(part));
    schedule.place(part, program.chosen.count, program.chosen, 0);
    if (schedule.cost() < before * (1 - leastGain)) return true;
    log.undo();
    return false;
  };
  for (let moved = true; moved; ) {
    moved = false;
    for (let part = 0; part < model.parts.count; part++) {
      if (part % piece === piece - 1 && !(yield)) return;
      if (schedule.leftWeight(part) > 0 && replan(part)) moved = true;
    }
  }
}
