import type { Presence } from './chosen-visits.ts';
import type { Instance } from './instance.ts';
import { impossibleReasons, type Model } from './model.ts';
import { addPresence } from './part-rules.ts';
import type { UnscheduledRequest } from './planning-options.ts';
import type { Remedies } from './remedies.ts';
import type { Schedule } from './schedule.ts';

/** Days barred to further visits of a business: near its visits in the schedule but those at `except`, closed, or near standing visits; all where the cap is reached. */
export const barredDays = (model: Model, schedule: Schedule, part: number, except: (at: number) => boolean) => {
  const { parts, partStart, slotCount, dayCount, dateOf } = model;
  const business = parts.business[part];
  const closed = new Uint8Array(dayCount);
  if (parts.openStart[part] >= 0)
    for (let d = 0; d < dayCount; d++) closed[d] = 1 - parts.openDays[parts.openStart[part] + d];
  const near = new Uint8Array(dayCount);
  const held = new Set<number>();
  for (let other = partStart[business]; other < partStart[business + 1]; other++) {
    for (let k = parts.requestStart[other]; k < parts.requestStart[other] + schedule.visits.count[other]; k++) {
      const at = schedule.visits.at[k];
      if (at < 0 || except(at)) continue;
      held.add(at);
      const date = dateOf[Math.floor(at / slotCount)];
      for (let d = 0; d < dayCount; d++) if (Math.abs(dateOf[d] - date) < parts.gapDays[part]) near[d] = 1;
    }
  }
  return { closed, near, capReached: held.size >= parts.cap[part] };
};

/** The shortest stay of a request served alone, 0 where it has none. */
const ownStay = (model: Model, part: number, bit: number): number => {
  const { parts } = model;
  for (let set = parts.setStart[part]; set < parts.setStart[part + 1]; set++) {
    if (parts.setBits[set] !== 1 << bit) continue;
    const e = parts.entryStart[parts.optionStart[set]];
    if (e < parts.entryStart[parts.optionStart[set] + 1])
      return parts.needStay[parts.needStart[part] + parts.entries[e]];
  }
  return 0;
};

/** Whether the request could join a standing visit if its unit had a team free: the visit's mode and day suit, the stay fits the session. */
const couldJoin = (model: Model, part: number, r: number, stay: number, off: ReadonlySet<number>): boolean => {
  const { parts, requests, standing, sessionOf, room } = model;
  for (let v = parts.standingStart[part]; v < parts.standingStart[part + 1]; v++) {
    const day = standing.day[v];
    if (day < requests.first[r] || day > requests.last[r] || off.has(day)) continue;
    if (standing.mode[v] !== requests.mode[r]) continue;
    for (let need = parts.needStart[part]; need < parts.needStart[part + 1]; need++) {
      if (parts.needUnit[need] !== requests.unit[r]) continue;
      const start = standing.slot[v] + Math.max(0, standing.base[standing.baseStart[v] + need - parts.needStart[part]]);
      if (sessionOf[start] === sessionOf[standing.slot[v]] && stay <= room[start]) return true;
    }
  }
  return false;
};

/** What the plan's visits ask of the part's business, standing visits aside. */
const presenceAt = (model: Model, { visits }: Schedule, part: number): Presence => {
  const { parts, partStart } = model;
  const business = parts.business[part];
  const sum = { attendances: 0, slots: 0 };
  for (let other = partStart[business]; other < partStart[business + 1]; other++)
    for (let k = parts.requestStart[other]; k < parts.requestStart[other] + visits.count[other]; k++)
      addPresence(model, other, visits.option[k], visits.at[k] < 0 ? -1 - visits.at[k] : undefined, sum);
  return sum;
};

/**
 * Why each request was left out, as the plan stands: `cap` or `gap` where its business's other visits leave no day of its window and no standing visit
 * to join, `cap` too where one more attendance would be more than `most`, `no-capacity` where its unit has no team free on the days that are left; and, where they are asked for, single changes that would place it.
 */
export const explainUnscheduled = (
  instance: Instance,
  model: Model,
  schedule: Schedule,
  remediesFor: Remedies | undefined,
  most: Presence,
): UnscheduledRequest[] => {
  const { parts, requests, dayCount } = model;
  const found: UnscheduledRequest[] = [];
  const offDays = instance.units.map(({ off = [] }) => new Set(off.map((day) => instance.days.indexOf(day))));
  const explain = (part: number, r: number): UnscheduledRequest => {
    const given = instance.requests[requests.origin[r]];
    const weight = requests.weight[r];
    const none = { request: given.id, weight, fullUnits: [], remedies: [] };
    if (requests.impossible[r] > 0) {
      const reason = impossibleReasons[requests.impossible[r] - 1];
      return { ...none, reason, fullUnits: reason === 'no-capacity' ? [given.unit] : [] };
    }
    // Not examined before the run was stopped: nothing is known but that it has no place.
    if (parts.setStart[part] === parts.setStart[part + 1]) return { ...none, reason: 'no-capacity' };
    const { closed, near, capReached } = barredDays(model, schedule, part, () => false);
    const stay = Math.max(1, ownStay(model, part, r - parts.requestStart[part]));
    const unit = requests.unit[r];
    const isJoinable = couldJoin(model, part, r, stay, offDays[unit]);
    if (capReached && !isJoinable) return { ...none, reason: 'cap' };
    const openDays = (from: number, to: number): number[] => {
      const days: number[] = [];
      for (let day = from; day <= to && !capReached; day++) if (!closed[day] && !near[day]) days.push(day);
      return days;
    };
    const open = openDays(requests.first[r], requests.last[r]);
    const joined: number[] = [];
    for (let v = parts.standingStart[part]; v < parts.standingStart[part + 1]; v++) joined.push(model.standing.day[v]);
    const tried = [...open, ...joined].filter(
      (day) => day >= requests.first[r] && day <= requests.last[r] && !offDays[unit].has(day),
    );
    const remedies = [
      remediesFor?.oneMoreTeam(part, r, tried) ?? [],
      remediesFor?.laterDue(part, r, openDays(requests.last[r] + 1, dayCount - 1), stay) ?? [],
    ].flat();
    if (open.length === 0 && !isJoinable) return { ...none, remedies, reason: 'gap' };
    const { attendances, slots } = presenceAt(model, schedule, part);
    if (attendances >= most.attendances || slots + stay > most.slots) return { ...none, remedies, reason: 'cap' };
    return { ...none, remedies, reason: 'no-capacity', fullUnits: [given.unit] };
  };
  for (let part = 0; part < parts.count; part++) {
    const from = parts.requestStart[part];
    let served = 0;
    for (let k = from; k < from + schedule.visits.count[part]; k++) served |= parts.setBits[schedule.visits.set[k]];
    for (let r = from; r < parts.requestStart[part + 1]; r++)
      if (((served >> (r - from)) & 1) === 0) found.push(explain(part, r));
  }
  return found;
};
