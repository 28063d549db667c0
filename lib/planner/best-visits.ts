import type { Model } from './model.ts';
import type { Schedule } from './schedule.ts';

export type BestVisits = {
  readonly cost: () => number;
  /** Keeps the plan as it stands if it is cheaper than what is kept; it must be within capacity. */
  readonly keep: () => void;
  /** Brings back what is kept. */
  readonly restore: () => void;
};

/** The cheapest plan so far, so that the search may pass through dearer ones. Costs a copy of four columns per improvement. */
export const createBestVisits = (model: Model, schedule: Schedule): BestVisits => {
  const { visits } = schedule;
  const kept = {
    count: visits.count.slice(),
    set: visits.set.slice(),
    at: visits.at.slice(),
    option: visits.option.slice(),
  };
  let cost = schedule.cost();
  return {
    cost: () => cost,
    keep: () => {
      if (schedule.cost() >= cost) return;
      cost = schedule.cost();
      kept.count.set(visits.count);
      kept.set.set(visits.set);
      kept.at.set(visits.at);
      kept.option.set(visits.option);
    },
    restore: () => {
      for (let part = 0; part < model.parts.count; part++) schedule.remove(part);
      for (let part = 0; part < model.parts.count; part++)
        schedule.place(part, kept.count[part], kept, model.parts.requestStart[part]);
    },
  };
};
