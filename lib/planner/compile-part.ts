import type { Horizon } from './compile-horizon.ts';
import type { GroupedRequests } from './group-requests.ts';
import { type InstanceIndex, positionIn } from './index-instance.ts';
import type { Instance } from './instance.ts';
import { impossibleReasons, type Parts } from './model.ts';
import { type Asks, staffings } from './recognition.ts';

/** What parts add to the model, before its length is known. */
export type PartsDraft = { readonly [K in Exclude<keyof Parts, 'count' | 'total'>]: number[] } & {
  readonly standing: { readonly [K in 'origin' | 'day' | 'slot' | 'mode' | 'baseStart' | 'base']: number[] };
};

export const newPartsDraft = (): PartsDraft => ({
  business: [],
  requestStart: [0],
  gapDays: [],
  cap: [],
  openStart: [],
  openDays: [],
  needStart: [0],
  needUnit: [],
  needStay: [],
  needBeat: [],
  firstDay: [],
  lastDay: [],
  setStart: [0],
  setBits: [],
  setFirst: [],
  setLast: [],
  optionStart: [0],
  entryStart: [0],
  entries: [],
  exact: [],
  standingStart: [0],
  standing: { origin: [], day: [], slot: [], mode: [], baseStart: [], base: [] },
});

export type PartSources = {
  readonly instance: Instance;
  readonly index: InstanceIndex;
  readonly horizon: Horizon;
  readonly grouped: GroupedRequests;
  /** Number of each beat, by `unit grid`. */
  readonly beats: Map<string, number>;
  readonly draft: PartsDraft;
  /** Where only some checks count: those that this says so of. */
  readonly counts?: (itemClass: number) => boolean;
};

type Ask = { readonly unit: number; readonly class: number; readonly minutes: number };

type PartView = {
  /** Global unit of each local one. */
  readonly units: readonly number[];
  readonly classCount: number;
  readonly asks: readonly (readonly Ask[])[];
  /** 1 on days when the business is open. */
  readonly open: Uint8Array;
  /** 1 on days that may hold a new visit: open, and far enough from standing visits. */
  readonly openToNew: Uint8Array;
  readonly standing: readonly number[];
};

const daysOf = (sources: PartSources, business: number, cap: number): Pick<PartView, 'open' | 'openToNew'> => {
  const { instance, index, horizon, grouped } = sources;
  const given = instance.businesses[business];
  const open = new Uint8Array(instance.days.length).fill(1);
  for (const day of given?.closed ?? []) {
    const d = index.day.get(day);
    if (d !== undefined) open[d] = 0;
  }
  const openToNew = cap > 0 ? open.slice() : new Uint8Array(open.length);
  const gap = Math.max(1, given?.minGapDays ?? 1);
  for (const n of grouped.standing.get(business) ?? []) {
    const date = horizon.dateOf[index.day.get(instance.committed?.[n]?.day ?? '') ?? -1] ?? 0;
    for (let d = 0; d < open.length; d++) if (Math.abs((horizon.dateOf[d] ?? 0) - date) < gap) openToNew[d] = 0;
  }
  return { open, openToNew };
};

const viewPart = (sources: PartSources, business: number, from: number, to: number, cap: number): PartView => {
  const { instance, index, grouped } = sources;
  const units: number[] = [];
  const classes: number[] = [];
  const localOf = (list: number[], global: number) => {
    const at = list.indexOf(global);
    return at >= 0 ? at : list.push(global) - 1;
  };
  const asks: Ask[][] = [];
  for (let r = from; r < to; r++) {
    const origin = grouped.requests.origin[r] ?? 0;
    const unit = localOf(units, grouped.requests.unit[r] ?? 0);
    asks.push(
      (instance.requests[origin]?.items ?? []).flatMap((id) => {
        const item = positionIn(index.item, id, () => `requests[${origin}].items`);
        const itemClass = index.classOf[item] ?? 0;
        if (sources.counts?.(itemClass) === false) return [];
        return [{ unit, class: localOf(classes, itemClass), minutes: instance.items[item]?.minutes ?? 0 }];
      }),
    );
  }
  const standing = grouped.standing.get(business) ?? [];
  return { units, classCount: classes.length, asks, ...daysOf(sources, business, cap), standing };
};

/** Whether a new visit could hold these stays on some day of `first..last`, or some standing visit take them on. */
const canBeHeld = (
  sources: PartSources,
  view: PartView,
  slots: readonly number[],
  first: number,
  last: number,
  mode: number,
): boolean => {
  const { horizon, instance, index } = sources;
  const perDay = instance.slots.perDay;
  const unitTimes = instance.units.length * instance.days.length * perDay;
  const fits = (local: number, at: number, stay: number) =>
    horizon.startable[(stay - 1) * unitTimes + (view.units[local] ?? 0) * instance.days.length * perDay + at] === 1;
  for (let day = first; day <= last; day++) {
    if (view.openToNew[day] !== 1) continue;
    for (let slot = 0; slot < perDay; slot++)
      if (slots.every((stay, local) => stay === 0 || fits(local, day * perDay + slot, stay))) return true;
  }
  return view.standing.some((n) => {
    const visit = instance.committed?.[n];
    const day = index.day.get(visit?.day ?? '') ?? -1;
    if (!visit || day < first || day > last || view.open[day] !== 1) return false;
    if ((visit.mode === 'announced' ? 0 : 1) !== mode) return false;
    return slots.every((stay, local) => {
      const base = visit.attending?.[instance.units[view.units[local] ?? 0]?.id ?? ''] ?? 0;
      return (
        stay === 0 ||
        (base + stay <= (horizon.room[visit.slot] ?? 0) && fits(local, day * perDay + visit.slot + base, stay))
      );
    });
  });
};

/** Whether a standing visit of the request's mode and window would take it on if its unit had a team free. */
const couldJoin = (sources: PartSources, view: PartView, request: number, minutes: number): boolean => {
  const { grouped, horizon, index, instance } = sources;
  const unit = grouped.requests.unit[request] ?? 0;
  const stay = Math.ceil(minutes / instance.slots.minutes);
  return view.standing.some((n) => {
    const visit = instance.committed?.[n];
    const day = index.day.get(visit?.day ?? '') ?? -1;
    if (!visit || day < (grouped.requests.first[request] ?? 0) || day > (grouped.requests.last[request] ?? -1))
      return false;
    if ((visit.mode === 'announced' ? 0 : 1) !== grouped.requests.mode[request] || view.open[day] !== 1) return false;
    if (horizon.off[unit * instance.days.length + day] === 1) return false;
    const base = visit.attending?.[instance.units[unit]?.id ?? ''] ?? 0;
    return base + stay <= (horizon.room[visit.slot] ?? 0);
  });
};

const impossibleReason = (sources: PartSources, view: PartView, request: number, ask: readonly Ask[], cap: number) => {
  const { grouped, horizon, instance } = sources;
  const first = grouped.requests.first[request] ?? 0;
  const last = grouped.requests.last[request] ?? 0;
  const unit = grouped.requests.unit[request] ?? 0;
  if (first > last) return 'closed';
  const minutes = new Map(ask.map((one) => [one.class, one.minutes]));
  let total = 0;
  for (const each of minutes.values()) total += each;
  if (total > horizon.longestStay * instance.slots.minutes) return 'too-long';
  if (couldJoin(sources, view, request, total)) return 'no-capacity';
  if (cap <= 0) return 'cap';
  const days = Array.from({ length: last - first + 1 }, (_, n) => first + n).filter((day) => view.open[day] === 1);
  if (days.every((day) => horizon.off[unit * instance.days.length + day] === 1)) return 'closed';
  return days.some((day) => view.openToNew[day] === 1) ? 'no-capacity' : 'gap';
};

/**
 * Appends the part of requests `from..to - 1` of `business` to the draft. A part that is not `examined` has no sets: nothing of it is planned, and
 * nothing is claimed of it.
 */
export const compilePart = (
  sources: PartSources,
  business: number,
  from: number,
  to: number,
  examined: boolean,
  isGroup = false,
): void => {
  const { draft, grouped, horizon, instance } = sources;
  const given = instance.businesses[business];
  const held = grouped.standing.get(business)?.length ?? 0;
  const cap = Math.max(0, (given?.maxVisits ?? Number.MAX_SAFE_INTEGER) - held);
  const view = viewPart(sources, business, from, to, cap);
  const size = to - from;
  const { first, last, mode } = grouped.requests;
  const setFirst = new Int16Array(1 << size);
  const setLast = new Int16Array(1 << size);
  const shareable = new Uint8Array(1 << size);
  setLast[0] = instance.days.length - 1;
  for (let bits = 1; bits < 1 << size; bits++) {
    const high = 31 - Math.clz32(bits);
    const rest = bits ^ (1 << high);
    setFirst[bits] = Math.max(setFirst[rest] ?? 0, first[from + high] ?? 0);
    setLast[bits] = Math.min(setLast[rest] ?? 0, last[from + high] ?? 0);
    const sameMode = rest === 0 || mode[from + high] === mode[from + 31 - Math.clz32(rest)];
    if (sameMode && (rest === 0 || shareable[rest] === 1) && (setFirst[bits] ?? 0) <= (setLast[bits] ?? 0))
      shareable[bits] = 1;
  }
  const needs: { readonly local: number; readonly stay: number }[] = [];
  const needOf = (local: number, stay: number) => {
    const at = needs.findIndex((need) => need.local === local && need.stay === stay);
    return at >= 0 ? at : needs.push({ local, stay }) - 1;
  };
  const isWhole = from === grouped.start[business] && to === grouped.start[business + 1];
  let exact = examined && (isGroup || isWhole);
  let placed = 0;
  for (let low = 0; low < size && examined; low++) {
    for (let rest = 0; rest < 1 << (size - low - 1); rest++) {
      const bits = (rest << (low + 1)) | (1 << low);
      if (shareable[bits] !== 1) continue;
      const asks: Asks = { units: [], classes: [], minutes: [] };
      for (let n = low; n < size; n++) {
        if (((bits >> n) & 1) === 0) continue;
        for (const ask of view.asks[n] ?? []) {
          asks.units.push(ask.unit);
          asks.classes.push(ask.class);
          asks.minutes.push(ask.minutes);
        }
      }
      const found = staffings(asks, view.units.length, view.classCount, instance.slots.minutes, horizon.longestStay);
      exact &&= found.exact;
      const held = found.options.filter(({ slots }) =>
        canBeHeld(sources, view, slots, setFirst[bits] ?? 0, setLast[bits] ?? 0, mode[from + low] ?? 0),
      );
      if (held.length === 0) continue;
      placed |= bits;
      for (const { slots } of held) {
        slots.forEach((stay, local) => {
          if (stay > 0) draft.entries.push(needOf(local, stay));
        });
        draft.entryStart.push(draft.entries.length);
      }
      draft.setBits.push(bits);
      draft.setFirst.push(setFirst[bits] ?? 0);
      draft.setLast.push(setLast[bits] ?? 0);
      draft.optionStart.push(draft.entryStart.length - 1);
    }
  }
  for (let n = 0; n < size && examined; n++) {
    if ((placed >> n) & 1) continue;
    const reason = impossibleReason(sources, view, from + n, view.asks[n] ?? [], cap);
    grouped.requests.impossible[from + n] = 1 + impossibleReasons.indexOf(reason);
  }
  draft.setStart.push(draft.setBits.length);
  draft.requestStart.push(to);
  draft.business.push(business);
  draft.gapDays.push(Math.max(1, given?.minGapDays ?? 1));
  draft.cap.push(Math.min(cap, 1_000_000));
  const lacksDays = view.openToNew.includes(0);
  draft.openStart.push(lacksDays ? draft.openDays.length : -1);
  if (lacksDays) draft.openDays.push(...view.openToNew);
  const window = setWindow(draft);
  draft.firstDay.push(window.first);
  draft.lastDay.push(window.last);
  for (const { local, stay } of needs) {
    const unit = view.units[local] ?? 0;
    const name = `${unit} ${given?.grid}`;
    const beat = sources.beats.get(name) ?? sources.beats.size;
    sources.beats.set(name, beat);
    draft.needUnit.push(unit);
    draft.needStay.push(stay);
    draft.needBeat.push(beat);
  }
  draft.needStart.push(draft.needUnit.length);
  addStanding(sources, view, needs);
  draft.exact.push(exact ? 1 : 0);
};

/** First and last day of the part compiled last. */
const setWindow = (draft: PartsDraft) => {
  let first = 0;
  let last = 0;
  const from = draft.setStart[draft.setStart.length - 2] ?? 0;
  for (let s = from; s < draft.setBits.length; s++) {
    first = s === from ? (draft.setFirst[s] ?? 0) : Math.min(first, draft.setFirst[s] ?? 0);
    last = s === from ? (draft.setLast[s] ?? 0) : Math.max(last, draft.setLast[s] ?? 0);
  }
  return { first, last };
};

const addStanding = (
  { draft, instance, index }: PartSources,
  view: PartView,
  needs: readonly { readonly local: number }[],
): void => {
  const { standing } = draft;
  for (const n of view.standing) {
    const visit = instance.committed?.[n];
    const day = index.day.get(visit?.day ?? '') ?? -1;
    if (!visit || view.open[day] !== 1) continue;
    standing.origin.push(n);
    standing.day.push(day);
    standing.slot.push(visit.slot);
    standing.mode.push(visit.mode === 'announced' ? 0 : 1);
    standing.baseStart.push(standing.base.length);
    for (const { local } of needs)
      standing.base.push(visit.attending?.[instance.units[view.units[local] ?? 0]?.id ?? ''] ?? -1);
  }
  draft.standingStart.push(standing.origin.length);
};
