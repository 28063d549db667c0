import { barredDays } from './explain-unscheduled.ts';
import type { Instance } from './instance.ts';
import type { Model } from './model.ts';
import type { UnmergedPair, UnmergedReason } from './planning-options.ts';
import type { Schedule } from './schedule.ts';
import { visitName } from './schedule-to-plan.ts';

/**
 * For every pair of requests at one business that share no visit, why: their modes differ, their windows (reduced to open days) have no day in
 * common, the business's other visits bar those days by the gap or by the cap, or the units' teams were worth more elsewhere.
 */
export const explainUnmerged = (instance: Instance, model: Model, schedule: Schedule): UnmergedPair[] => {
  const { parts, partStart, requests } = model;
  const pairs: UnmergedPair[] = [];
  /** By request; `none` where it is left out. */
  const none = Number.MIN_SAFE_INTEGER;
  const visitOf = new Float64Array(requests.count).fill(none);
  for (let part = 0; part < parts.count; part++) {
    for (let k = parts.requestStart[part]; k < parts.requestStart[part] + schedule.visits.count[part]; k++)
      for (let bits = parts.setBits[schedule.visits.set[k]]; bits > 0; bits &= bits - 1)
        visitOf[parts.requestStart[part] + 31 - Math.clz32(bits & -bits)] = visitName(model, schedule.visits.at[k]);
  }
  const reasonFor = (part: number, a: number, b: number): UnmergedReason => {
    if (requests.mode[a] !== requests.mode[b]) return 'mode-differs';
    const first = Math.max(requests.first[a], requests.first[b]);
    const last = Math.min(requests.last[a], requests.last[b]);
    if (first > last) return 'windows-apart';
    const own = new Set([visitOf[a], visitOf[b]]);
    const { closed, near, capReached } = barredDays(model, schedule, part, (at) => own.has(at));
    if (capReached) return 'cap';
    let shared = 0;
    let open = 0;
    for (let day = first; day <= last; day++) {
      if (closed[day]) continue;
      shared++;
      if (!near[day]) open++;
    }
    if (shared === 0) return 'windows-apart';
    return open === 0 ? 'gap' : 'no-capacity';
  };
  for (let business = 0; business < model.businessCount; business++) {
    const from = parts.requestStart[partStart[business]];
    const to = parts.requestStart[partStart[business + 1]];
    for (let a = from; a < to; a++) {
      for (let b = a + 1; b < to; b++) {
        if (visitOf[a] !== none && visitOf[a] === visitOf[b]) continue;
        pairs.push({
          business: instance.businesses[business].id,
          a: instance.requests[requests.origin[a]].id,
          b: instance.requests[requests.origin[b]].id,
          reason: reasonFor(partStart[business], a, b),
        });
      }
    }
  }
  return pairs;
};
