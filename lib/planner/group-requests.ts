import { type InstanceIndex, positionIn } from './index-instance.ts';
import type { Instance } from './instance.ts';
import { partLimit, type Requests } from './model.ts';
import { InstanceError } from './parse-instance.ts';

export type GroupedRequests = {
  /** Requests of each business: `start[b]` to `start[b + 1]`. */
  readonly start: Int32Array;
  readonly requests: Requests;
  /** Standing visits of each business, as positions in the instance. */
  readonly standing: ReadonlyMap<number, readonly number[]>;
};

/** First day of `days` that is not before `day`. */
const atOrAfter = (days: readonly string[], day: string): number => {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? '') < day) low = middle + 1;
    else high = middle;
  }
  return low;
};

/**
 * Sorts a large business's requests so that each run of a few holds requests that could share visits: announced before
 * unannounced, then the interval-stabbing greedy's groups (earliest due first, everything that is open by then joins).
 */
const orderForParts = (own: number[], first: Int16Array, last: Int16Array, mode: Uint8Array): number[] => {
  const byDue = [...own].sort((a, b) => (mode[a] ?? 0) - (mode[b] ?? 0) || (last[a] ?? 0) - (last[b] ?? 0) || a - b);
  const ordered = new Set<number>();
  for (const lead of byDue) {
    if (ordered.has(lead)) continue;
    ordered.add(lead); // its own window may hold no day at all
    for (const other of byDue)
      if (mode[other] === mode[lead] && (first[other] ?? 0) <= (last[lead] ?? 0)) ordered.add(other);
  }
  return [...ordered];
};

/**
 * Where runs of at most `most` of the requests `from..to - 1` end, `to` last: between two of the greedy's groups where that is possible, as requests
 * of one group might share a visit.
 */
export const endsOfRuns = ({ requests }: GroupedRequests, from: number, to: number, most: number): number[] => {
  const { first, last, mode } = requests;
  const leads = [from];
  for (let r = from + 1; r < to; r++) {
    const lead = leads.at(-1) ?? from;
    if (mode[r] !== mode[lead] || (first[r] ?? 0) > (last[lead] ?? 0)) leads.push(r);
  }
  const ends: number[] = [];
  let start = from;
  const groupEnds = [...leads.slice(1), to];
  if (leads.every((lead, n) => (groupEnds[n] ?? to) - lead <= most)) {
    leads.forEach((lead, n) => {
      if ((groupEnds[n] ?? to) - start <= most) return;
      ends.push(lead);
      start = lead;
    });
  } else for (; to - start > most; start += most) ends.push(start + most);
  return [...ends, to];
};

const groupStanding = (instance: Instance, index: InstanceIndex): ReadonlyMap<number, readonly number[]> => {
  const groups = new Map<number, number[]>();
  (instance.committed ?? []).forEach((visit, n) => {
    const business = positionIn(index.business, visit.business, () => `committed[${n}].business`);
    const group = groups.get(business);
    if (group) group.push(n);
    else groups.set(business, [n]);
  });
  return groups;
};

/** Groups requests by business (counting sort) and reduces each window to the days of the horizon on which the business is open. */
export const groupRequests = (instance: Instance, index: InstanceIndex, mostTogether = partLimit): GroupedRequests => {
  const { days, requests } = instance;
  const count = requests.length;
  const owner = new Int32Array(count);
  const start = new Int32Array(instance.businesses.length + 1);
  const ids = new Set<string>();
  requests.forEach((request, n) => {
    if (ids.has(request.id)) throw new InstanceError(`requests[${n}].id`, `${request.id} stands twice`);
    ids.add(request.id);
    const business = positionIn(index.business, request.business, () => `requests[${n}].business`);
    owner[n] = business;
    start[business + 1] = (start[business + 1] ?? 0) + 1;
  });
  ids.clear();
  for (let b = 0; b < instance.businesses.length; b++) start[b + 1] = (start[b + 1] ?? 0) + (start[b] ?? 0);
  const origin = new Int32Array(count);
  const next = start.slice();
  for (let n = 0; n < count; n++) {
    const b = owner[n] ?? 0;
    const at = next[b] ?? 0;
    origin[at] = n;
    next[b] = at + 1;
  }
  const dayAfter = new Map<string, number>();
  const firstFrom = (day: string): number => {
    const known = dayAfter.get(day) ?? atOrAfter(days, day);
    dayAfter.set(day, known);
    return known;
  };
  const first = new Int16Array(count);
  const last = new Int16Array(count);
  const mode = new Uint8Array(count);
  requests.forEach((request, n) => {
    const closed = instance.businesses[owner[n] ?? 0]?.closed ?? [];
    let from = firstFrom(request.notBefore);
    const after = firstFrom(request.due);
    let to = days[after] === request.due ? after : after - 1;
    while (from <= to && closed.includes(days[from] ?? '')) from++;
    while (from <= to && closed.includes(days[to] ?? '')) to--;
    first[n] = from;
    last[n] = to;
    mode[n] = request.mode === 'announced' ? 0 : 1;
  });
  for (let b = 0; b < instance.businesses.length; b++) {
    const from = start[b] ?? 0;
    const to = start[b + 1] ?? 0;
    if (to - from > mostTogether) origin.set(orderForParts([...origin.subarray(from, to)], first, last, mode), from);
  }
  const at = (n: number): (typeof requests)[number] | undefined => requests[origin[n] ?? -1];
  return {
    start,
    standing: groupStanding(instance, index),
    requests: {
      count,
      origin,
      unit: Int32Array.from(origin, (n) =>
        positionIn(index.unit, requests[n]?.unit ?? '', () => `requests[${n}].unit`),
      ),
      first: Int16Array.from(origin, (n) => first[n] ?? 0),
      last: Int16Array.from(origin, (n) => last[n] ?? -1),
      mode: Uint8Array.from(origin, (n) => mode[n] ?? 0),
      weight: Float64Array.from(origin, (_, n) => at(n)?.weight ?? 1),
      impossible: new Uint8Array(count),
    },
  };
};
