/**
 * Who performs what in one visit. Each class that the visit's requests ask for is performed once, by a unit that asked for it; the
 * others recognise the result. Classes that one unit asks for are forced; each contested class branches over its units. A
 * partial assignment whose minutes are nowhere less than another's can't end cheaper, whatever the prices, because a longer stay never
 * costs less: only the Pareto front is kept. What remains in slots is every way to staff the visit that can be cheapest.
 * Exact while the front stays under `frontLimit`; the result says so otherwise. Costs the product of the contested classes'
 * units at worst, one pass where nothing is contested (the usual case).
 */

/** `classes[k]` is asked for by unit `units[k]` with `minutes[k]`; units and classes are numbers local to a business. */
export type Asks = { readonly units: number[]; readonly classes: number[]; readonly minutes: number[] };

export type Staffing = {
  /** Slots that each local unit stays; 0 where it stays away. */
  readonly slots: readonly number[];
  /** The performing unit of each class, by local class; -1 where the visit doesn't ask for it. */
  readonly performer: readonly number[];
};

const frontLimit = 256;

type Label = { readonly minutes: number[]; readonly performer: number[] };

const notAbove = (a: readonly number[], b: readonly number[]): boolean => {
  for (let u = 0; u < a.length; u++) if ((a[u] ?? 0) > (b[u] ?? 0)) return false;
  return true;
};

/** Keeps the entries that no other one matches or beats everywhere; of equals the first. */
const paretoFront = <T>(all: readonly T[], vector: (entry: T) => readonly number[]): T[] => {
  const kept: T[] = [];
  for (const entry of all) {
    const own = vector(entry);
    if (kept.some((other) => notAbove(vector(other), own))) continue;
    for (let n = kept.length - 1; n >= 0; n--) {
      const other = kept[n];
      if (other !== undefined && notAbove(own, vector(other))) kept.splice(n, 1);
    }
    kept.push(entry);
  }
  return kept;
};

const withMinutes = (label: Label, unit: number, cls: number, minutes: number): Label => {
  const next = { minutes: label.minutes.slice(), performer: label.performer.slice() };
  next.minutes[unit] = (next.minutes[unit] ?? 0) + minutes;
  next.performer[cls] = unit;
  return next;
};

/** Every staffing of the asks that may be cheapest and fits `longest` slots; `exact` is false where the search was cut. */
export const staffings = (
  asks: Asks,
  unitCount: number,
  classCount: number,
  slotMinutes: number,
  longest: number,
): { readonly options: Staffing[]; readonly exact: boolean } => {
  const least = new Float64Array(unitCount * classCount).fill(Number.POSITIVE_INFINITY);
  for (let k = 0; k < asks.units.length; k++) {
    const at = (asks.classes[k] ?? 0) * unitCount + (asks.units[k] ?? 0);
    least[at] = Math.min(least[at] ?? 0, asks.minutes[k] ?? 0);
  }
  const start: Label = { minutes: Array(unitCount).fill(0), performer: Array(classCount).fill(-1) };
  const contested: number[] = [];
  for (let c = 0; c < classCount; c++) {
    let only = -1;
    let count = 0;
    for (let u = 0; u < unitCount; u++) {
      if (least[c * unitCount + u] === Number.POSITIVE_INFINITY) continue;
      only = u;
      count++;
    }
    if (count > 1) contested.push(c);
    if (count !== 1) continue;
    start.minutes[only] = (start.minutes[only] ?? 0) + (least[c * unitCount + only] ?? 0);
    start.performer[c] = only;
  }
  let labels = [start];
  let exact = true;
  for (const c of contested) {
    const next: Label[] = [];
    for (const label of labels) {
      for (let u = 0; u < unitCount; u++) {
        const minutes = least[c * unitCount + u] ?? 0;
        if (minutes === Number.POSITIVE_INFINITY) continue;
        const grown = withMinutes(label, u, c, minutes);
        if ((grown.minutes[u] ?? 0) <= longest * slotMinutes) next.push(grown);
      }
    }
    labels = paretoFront(next, (label) => label.minutes);
    if (labels.length > frontLimit) {
      labels.length = frontLimit;
      exact = false;
    }
  }
  const options = labels.map(({ minutes, performer }) => ({
    slots: minutes.map((spent) => Math.ceil(spent / slotMinutes)),
    performer,
  }));
  const fitting = options.filter(({ slots }) => slots.every((count) => count <= longest));
  return { options: fitting.length > 1 ? paretoFront(fitting, ({ slots }) => slots) : fitting, exact };
};
