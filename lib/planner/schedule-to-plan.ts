import type { InstanceIndex } from './index-instance.ts';
import type { Instance, PlannedVisit } from './instance.ts';
import { mergeStaffed } from './merge-staffed.ts';
import type { Model } from './model.ts';
import type { VisitFacts } from './planning-options.ts';
import type { Weights } from './price-table.ts';
import type { Visits } from './schedule.ts';
import { type StaffedVisit, staffVisit } from './staff-visit.ts';

/** Bits of a set as positions in the instance. */
export const requestsOf = (model: Model, part: number, set: number): number[] => {
  const found: number[] = [];
  for (let bits = model.parts.setBits[set]; bits > 0; bits &= bits - 1)
    found.push(model.requests.origin[model.parts.requestStart[part] + 31 - Math.clz32(bits & -bits)]);
  return found;
};

export type WrittenPlan = { readonly visits: PlannedVisit[]; readonly facts: VisitFacts[] };

/** What tells the visits of one business apart, whichever part they are of: the time of a new one, `-1 - n` where it joins the instance's n-th standing visit. */
export const visitName = ({ standing }: Model, at: number): number => (at < 0 ? -1 - standing.origin[-1 - at] : at);

/** What the parts of a business have at one time, or at one standing visit, is one visit. */
type Gathered = {
  readonly name: number;
  readonly served: readonly number[];
  readonly staffed: StaffedVisit;
  readonly attendances: number;
};

/** Writes the engine's visits out with ids, day by day of each business, and who performs what. */
export const scheduleToPlan = (
  instance: Instance,
  index: InstanceIndex,
  model: Model,
  weights: Weights,
  schedule: Visits,
  explain: boolean,
): WrittenPlan => {
  const { parts, standing, slotCount, longestStay } = model;
  const visits: PlannedVisit[] = [];
  const facts: VisitFacts[] = [];

  const gather = (part: number, k: number): Gathered => {
    const at = schedule.at[k];
    const served = requestsOf(model, part, schedule.set[k]);
    const stays = new Map<number, number>();
    let attendances = 0;
    for (let e = parts.entryStart[schedule.option[k]]; e < parts.entryStart[schedule.option[k] + 1]; e++) {
      const need = parts.needStart[part] + parts.entries[e];
      stays.set(parts.needUnit[need], parts.needStay[need]);
      if (at >= 0 || standing.base[standing.baseStart[-1 - at] + parts.entries[e]] < 0) attendances++;
    }
    return {
      name: visitName(model, at),
      served,
      staffed: staffVisit(instance, index, longestStay, served, stays),
      attendances,
    };
  };

  const merge = (one: Gathered, other: Gathered): Gathered => {
    const served = [...one.served, ...other.served];
    const staffed = mergeStaffed(instance, index, served, [one.staffed, other.staffed]);
    const there = one.name < 0 ? (instance.committed?.[-1 - one.name].attending ?? {}) : {};
    const attendances = Object.keys(staffed.performs).filter((unit) => !Object.hasOwn(there, unit)).length;
    return { name: one.name, served, staffed, attendances };
  };

  const write = (business: number, { name, served, staffed, attendances }: Gathered): void => {
    const requests = served.map((r) => instance.requests[r].id);
    const joined = name < 0 ? instance.committed?.[-1 - name] : undefined;
    visits.push({
      business: instance.businesses[business].id,
      day: joined?.day ?? instance.days[Math.floor(name / slotCount)],
      slot: joined?.slot ?? name % slotCount,
      mode: instance.requests[served[0]].mode,
      requests,
      performs: staffed.performs,
      ...(joined === undefined ? {} : { committed: joined.id }),
    });
    if (!explain) return;
    facts.push({
      visit: visits.length - 1,
      requests,
      recognised: staffed.recognised,
      cost: (joined === undefined ? weights.visit : 0) + attendances * (weights.attendance + weights.trip),
      separateCost: requests.length * (weights.visit + weights.attendance + weights.trip),
    });
  };

  for (let business = 0; business < model.businessCount; business++) {
    const gathered: Gathered[] = [];
    for (let part = model.partStart[business]; part < model.partStart[business + 1]; part++) {
      for (let k = parts.requestStart[part]; k < parts.requestStart[part] + schedule.count[part]; k++) {
        const next = gather(part, k);
        const same = gathered.findIndex(({ name }) => name === next.name);
        if (same < 0) gathered.push(next);
        else gathered[same] = merge(gathered[same], next);
      }
    }
    for (const visit of gathered) write(business, visit);
  }
  return { visits, facts };
};
