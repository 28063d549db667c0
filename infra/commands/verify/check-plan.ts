import type { Instance, Plan } from './instance-file.ts';
import { type LookUp, lookUp } from './look-up.ts';
import { defaultWeights, type Figures, planCost, type Weights } from './plan-cost.ts';
import { type Resolved, resolveVisits, type Stay, staysOf, untouchedStays } from './planned-visits.ts';

export type Verdict = { readonly faults: readonly string[]; readonly figures: Figures };

const reasons = new Set(['closed', 'too-long', 'cap', 'gap', 'no-capacity']);

/** Rule 2: each class asked for is performed once, by a unit that asked there for the item it performs. */
const recognitionFaults = (at: LookUp, { where, visit, requests }: Resolved): string[] => {
  const asked = new Set(requests.flatMap((request) => request.items.map((item) => `${request.unit} ${item}`)));
  const wanted = new Set(requests.flatMap((request) => request.items.map(at.classOf)));
  const faults: string[] = [];
  const done = new Set<string>();
  for (const [unit, items] of Object.entries(visit.performs))
    for (const item of items) {
      if (!asked.has(`${unit} ${item}`)) {
        faults.push(`${where}: ${unit} performs ${item} but asked for no such item here`);
        continue;
      }
      if (done.has(at.classOf(item))) faults.push(`${where}: ${at.classOf(item)} is performed twice`);
      done.add(at.classOf(item));
    }
  for (const check of wanted) if (!done.has(check)) faults.push(`${where}: nobody performs ${check}`);
  return faults;
};

/** Rule 3, forces: inside one session, on no day off, never more visits at once than teams. */
const forceFaults = (at: LookUp, stays: readonly Stay[]): string[] => {
  const faults: string[] = [];
  const out = new Map<string, Map<number, number>>();
  for (const { unit, day, slot, slots, where } of stays) {
    if (!at.units.has(unit)) {
      faults.push(`${where}: unknown unit ${unit}`);
      continue;
    }
    if (slots > 0 && slot + slots - 1 > (at.sessionEnd[slot] ?? 0))
      faults.push(`${where}: ${unit} stays ${slots} slots, past the end of the session`);
    if (at.unit(unit).off?.includes(at.instance.days[day] ?? '')) faults.push(`${where}: ${unit} is off that day`);
    const used = out.get(unit) ?? new Map<number, number>();
    out.set(unit, used);
    for (let s = slot; s < slot + slots; s++) {
      const key = day * at.instance.slots.perDay + s;
      used.set(key, (used.get(key) ?? 0) + 1);
    }
  }
  for (const [unit, used] of out)
    for (const [key, teams] of used)
      if (teams > at.unit(unit).teams) {
        const day = at.instance.days[Math.floor(key / at.instance.slots.perDay)];
        faults.push(
          `${unit} has ${teams} teams out on ${day} slot ${key % at.instance.slots.perDay}, of ${at.unit(unit).teams}`,
        );
      }
  return faults;
};

/** Rule 4: gaps and caps, committed visits counted whether joined or not. */
const disturbanceFaults = (at: LookUp, resolved: readonly Resolved[]): string[] => {
  const faults: string[] = [];
  const dates = new Map<string, number[]>();
  const add = (business: string, day: number) => {
    dates.set(business, [...(dates.get(business) ?? []), at.date[day] ?? 0]);
  };
  for (const { visit, day, stands } of resolved) if (stands === undefined) add(visit.business, day);
  for (const visit of at.committed.values()) add(visit.business, at.dayOf.get(visit.day) ?? 0);
  for (const [id, list] of dates) {
    const { minGapDays = 1, maxVisits = Number.POSITIVE_INFINITY } = at.business(id);
    const ascending = list.toSorted((a, b) => a - b);
    for (const [n, date] of ascending.entries())
      if (n > 0 && date - (ascending[n - 1] ?? 0) < Math.max(1, minGapDays))
        faults.push(`${id}: two visits ${date - (ascending[n - 1] ?? 0)} days apart, at least ${minGapDays} wanted`);
    if (list.length > maxVisits) faults.push(`${id}: ${list.length} visits, at most ${maxVisits}`);
  }
  return faults;
};

/** Rule 5: every request once, in a visit or left out with a reason; a committed visit stands once. */
const accountFaults = (at: LookUp, plan: Plan): string[] => {
  const faults: string[] = [];
  const seen = new Map<string, number>();
  const note = (id: string) => seen.set(id, (seen.get(id) ?? 0) + 1);
  for (const visit of plan.visits) for (const id of visit.requests) note(id);
  for (const { request, reason } of plan.unscheduled) {
    note(request);
    if (!at.requests.has(request)) faults.push(`unscheduled: unknown request ${request}`);
    if (!reasons.has(reason)) faults.push(`unscheduled: ${request} has no reason of ${[...reasons].join(', ')}`);
  }
  for (const id of at.requests.keys())
    if (seen.get(id) !== 1) faults.push(`${id} is accounted for ${seen.get(id) ?? 0} times, not once`);
  const joined = plan.visits.flatMap((visit) => visit.committed ?? []);
  if (new Set(joined).size < joined.length) faults.push('a committed visit stands twice');
  return faults;
};

/** Judges `plan` by all five rules and prices it; written from the problem's text, without the engine's code. */
export const checkPlan = (instance: Instance, plan: Plan, weights: Weights = defaultWeights): Verdict => {
  const at = lookUp(instance);
  const faults: string[] = [];
  const resolved = resolveVisits(at, plan, (text) => faults.push(text));
  const stays = [...resolved.flatMap((visit) => staysOf(at, visit)), ...untouchedStays(at, plan)];
  faults.push(...resolved.flatMap((visit) => recognitionFaults(at, visit)));
  faults.push(...forceFaults(at, stays), ...disturbanceFaults(at, resolved), ...accountFaults(at, plan));
  return { faults, figures: planCost(at, plan, stays, weights) };
};
