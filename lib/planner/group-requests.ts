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

type Windows = { readonly first: Int16Array; readonly last: Int16Array; readonly mode: Uint8Array };

/**
 * Sorts a large business's requests so that each run of a few holds requests that could share visits: announced before
 * unannounced, then the interval-stabbing greedy's groups (earliest due first, everything that is open by then joins). A group of more than `most` goes by
 * unit behind its first request, as parts meet in one visit only where no unit attends for both.
 */
const orderForParts = (
  own: readonly number[],
  { first, last, mode }: Windows,
  unitOf: (request: number) => number,
  most: number,
): number[] => {
  const byDue = [...own].sort((a, b) => (mode[a] ?? 0) - (mode[b] ?? 0) || (last[a] ?? 0) - (last[b] ?? 0) || a - b);
  const ordered = new Set<number>();
  for (const lead of byDue) {
    if (ordered.has(lead)) continue;
    const isOpenBy = (other: number) => mode[other] === mode[lead] && (first[other] ?? 0) <= (last[lead] ?? 0);
    // Its own window may hold no day at all.
    const group = [lead, ...byDue.filter((other) => other !== lead && !ordered.has(other) && isOpenBy(other))];
    const rank = (request: number) => (unitOf(request) === unitOf(lead) ? -1 : unitOf(request));
    if (group.length > most) group.sort((a, b) => Number(b === lead) - Number(a === lead) || rank(a) - rank(b));
    for (const request of group) ordered.add(request);
  }
  return [...ordered];
};

/**
 * Where runs of at most `most` of the requests `from..to - 1` end, `to` last: between two of the greedy's groups where that is possible, as requests
 * of one group might share a visit; a group of more than that is cut between its units.
 */
export const endsOfRuns = ({ requests }: GroupedRequests, from: number, to: number, most: number): number[] => {
  const { first, last, mode, unit } = requests;
  const leads = [from];
  for (let r = from + 1; r < to; r++) {
    const lead = leads.at(-1) ?? from;
    if (mode[r] !== mode[lead] || (first[r] ?? 0) > (last[lead] ?? 0)) leads.push(r);
  }
  /** What stays together: groups, units of a group that is too large, and `most` of a unit's requests there. */
  const blocks = leads.flatMap((lead, n) => {
    const end = leads[n + 1] ?? to;
    if (end - lead <= most) return [lead];
    const starts = [lead];
    for (let r = lead + 1; r < end; r++)
      if (unit[r] !== unit[r - 1] || r - (starts.at(-1) ?? lead) >= most) starts.push(r);
    return starts;
  });
  const ends: number[] = [];
  let start = from;
  blocks.forEach((block, n) => {
    if ((blocks[n + 1] ?? to) - start <= most) return;
    ends.push(block);
    start = block;
  });
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
  const unitOf = (n: number) => positionIn(index.unit, requests[n]?.unit ?? '', () => `requests[${n}].unit`);
  for (let b = 0; b < instance.businesses.length; b++) {
    const from = start[b] ?? 0;
    const to = start[b + 1] ?? 0;
    if (to - from > mostTogether)
      origin.set(orderForParts([...origin.subarray(from, to)], { first, last, mode }, unitOf, mostTogether), from);
  }
  const at = (n: number): (typeof requests)[number] | undefined => requests[origin[n] ?? -1];
  return {
    start,
    standing: groupStanding(instance, index),
    requests: {
      count,
      origin,
      unit: Int32Array.from(origin, unitOf),
      first: Int16Array.from(origin, (n) => first[n] ?? 0),
      last: Int16Array.from(origin, (n) => last[n] ?? -1),
      mode: Uint8Array.from(origin, (n) => mode[n] ?? 0),
      weight: Float64Array.from(origin, (_, n) => at(n)?.weight ?? 1),
      impossible: new Uint8Array(count),
    },
  };
};
