import type { Chosen } from './chosen-visits.ts';
import type { Model } from './model.ts';

/** Whether the part may have a new visit on the day: open, and far enough from standing visits. */
export const isOpenToNew = ({ parts }: Model, part: number, day: number): boolean =>
  parts.openStart[part] < 0 || parts.openDays[parts.openStart[part] + day] === 1;

/** Whether a visit of the day and mode could serve the set, staffing aside. */
export const isServable = (
  { parts, requests }: Model,
  part: number,
  set: number,
  day: number,
  mode: number,
): boolean => {
  const low = 31 - Math.clz32(parts.setBits[set] & -parts.setBits[set]);
  return (
    parts.setFirst[set] <= day && day <= parts.setLast[set] && requests.mode[parts.requestStart[part] + low] === mode
  );
};

/** Whether the set could be served at the standing visit, staffing aside: day and mode. */
export const isJoinable = (model: Model, part: number, visit: number, set: number): boolean =>
  isServable(model, part, set, model.standing.day[visit], model.standing.mode[visit]);

/** Adds what a staffing asks of the business; at standing visit `joined` a unit that is there already only stays longer. */
export const addPresence = (
  { parts, standing }: Model,
  part: number,
  option: number,
  joined: number | undefined,
  presence: { attendances: number; slots: number },
): void => {
  for (let e = parts.entryStart[option]; e < parts.entryStart[option + 1]; e++) {
    const isThere = joined !== undefined && standing.base[standing.baseStart[joined] + parts.entries[e]] >= 0;
    if (!isThere) presence.attendances++;
    presence.slots += parts.needStay[parts.needStart[part] + parts.entries[e]];
  }
};

/** Whether the choice keeps the cap, one visit a day and the gap, and joins each standing visit once at most. */
export const keepsRules = ({ parts, slotCount, dateOf }: Model, part: number, { count, at }: Chosen): boolean => {
  let fresh = 0;
  for (let a = 0; a < count; a++) {
    if (at[a] >= 0) fresh++;
    for (let b = 0; b < a; b++) {
      if (at[a] < 0 || at[b] < 0) {
        if (at[a] === at[b]) return false;
        continue;
      }
      const apart = dateOf[Math.floor(at[a] / slotCount)] - dateOf[Math.floor(at[b] / slotCount)];
      if (Math.abs(apart) < parts.gapDays[part]) return false;
    }
  }
  return fresh <= parts.cap[part];
};
