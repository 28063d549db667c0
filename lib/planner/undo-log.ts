import type { Model } from './model.ts';
import type { Schedule } from './schedule.ts';

export type UndoLog = {
  /** Forgets what was taken out and starts over. */
  readonly begin: () => void;
  /** Takes a part's visits out, remembers them, and returns by how much the cost rose. A part can be taken out once. */
  readonly takeOut: (part: number) => number;
  readonly holds: (part: number) => boolean;
  /** Puts every part back as it was when it was taken out. */
  readonly undo: () => void;
};

/** Remembers the visits of the parts that a move takes out, so that the move can be undone at the cost of placing them again. */
export const createUndoLog = (model: Model, schedule: Schedule): UndoLog => {
  const { requestStart } = model.parts;
  const { visits } = schedule;
  const takenAt = new Int32Array(model.parts.count).fill(-1);
  let stamp = 0;
  const touched: number[] = [];
  const count: number[] = [];
  const columns = { set: [] as number[], at: [] as number[], option: [] as number[] };
  return {
    begin: () => {
      stamp++;
      touched.length = 0;
      count.length = 0;
      columns.set.length = 0;
      columns.at.length = 0;
      columns.option.length = 0;
    },
    takeOut: (part) => {
      takenAt[part] = stamp;
      touched.push(part);
      count.push(visits.count[part]);
      for (let k = requestStart[part]; k < requestStart[part] + visits.count[part]; k++) {
        columns.set.push(visits.set[k]);
        columns.at.push(visits.at[k]);
        columns.option.push(visits.option[k]);
      }
      const before = schedule.cost();
      schedule.remove(part);
      return schedule.cost() - before;
    },
    holds: (part) => takenAt[part] === stamp,
    undo: () => {
      for (const part of touched) schedule.remove(part);
      let from = 0;
      for (let n = 0; n < touched.length; n++) {
        schedule.place(touched[n], count[n], columns, from);
        from += count[n];
      }
    },
  };
};
