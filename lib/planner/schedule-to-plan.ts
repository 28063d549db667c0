import type { InstanceIndex } from './index-instance.ts';
import type { Instance, PlannedVisit } from './instance.ts';
import type { Model } from './model.ts';
import type { VisitFacts } from './planning-options.ts';
import type { Weights } from './price-table.ts';
import type { Visits } from './schedule.ts';
import { staffVisit } from './staff-visit.ts';

/** Bits of a set as positions in the instance. */
export const requestsOf = (model: Model, part: number, set: number): number[] => {
  const found: number[] = [];
  for (let bits = model.parts.setBits[set]; bits > 0; bits &= bits - 1)
    found.push(model.requests.origin[model.parts.requestStart[part] + 31 - Math.clz32(bits & -bits)]);
  return found;
};

export type WrittenPlan = { readonly visits: PlannedVisit[]; readonly facts: VisitFacts[] };

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
  for (let part = 0; part < parts.count; part++) {
    const business = instance.businesses[parts.business[part]];
    for (let k = parts.requestStart[part]; k < parts.requestStart[part] + schedule.count[part]; k++) {
      const joined = schedule.at[k] < 0 ? -1 - schedule.at[k] : -1;
      const day = joined < 0 ? Math.floor(schedule.at[k] / slotCount) : standing.day[joined];
      const slot = joined < 0 ? schedule.at[k] % slotCount : standing.slot[joined];
      const served = requestsOf(model, part, schedule.set[k]);
      const stays = new Map<number, number>();
      let attendances = 0;
      for (let e = parts.entryStart[schedule.option[k]]; e < parts.entryStart[schedule.option[k] + 1]; e++) {
        const need = parts.needStart[part] + parts.entries[e];
        stays.set(parts.needUnit[need], parts.needStay[need]);
        if (joined < 0 || standing.base[standing.baseStart[joined] + parts.entries[e]] < 0) attendances++;
      }
      const { performs, recognised } = staffVisit(instance, index, longestStay, served, stays);
      const requests = served.map((r) => instance.requests[r].id);
      const committed = joined < 0 ? undefined : instance.committed?.[standing.origin[joined]].id;
      visits.push({
        business: business.id,
        day: instance.days[day],
        slot,
        mode: instance.requests[served[0]].mode,
        requests,
        performs,
        ...(committed === undefined ? {} : { committed }),
      });
      if (!explain) continue;
      facts.push({
        visit: visits.length - 1,
        requests,
        recognised,
        cost: (joined < 0 ? weights.visit : 0) + attendances * (weights.attendance + weights.trip),
        separateCost: requests.length * (weights.visit + weights.attendance + weights.trip),
      });
    }
  }
  return { visits, facts };
};
