import { compilePart, type PartSources } from './compile-part.ts';
import { endsOfRuns, type GroupedRequests } from './group-requests.ts';
import { positionIn } from './index-instance.ts';

/** Request positions of each group: those that are planned together too. */
const groupsOf = (grouped: GroupedRequests, from: number, to: number, most: number): number[][] => {
  let start = from;
  return endsOfRuns(grouped, from, to, most).map((end) => {
    const group = Array.from({ length: end - start }, (_, n) => start + n);
    start = end;
    return group;
  });
};

/** The requests with those at `positions` once more behind them. */
const withCopies = ({ requests, ...rest }: GroupedRequests, positions: readonly number[]): GroupedRequests => {
  const { count, origin, unit, first, last, mode, weight, impossible } = requests;
  const all = <T extends Int32Array | Int16Array | Uint8Array | Float64Array>(longer: T, values: T): T => {
    longer.set(values);
    positions.forEach((position, n) => {
      longer[count + n] = values[position] ?? 0;
    });
    return longer;
  };
  const length = count + positions.length;
  return {
    ...rest,
    requests: {
      count,
      origin: all(new Int32Array(length), origin),
      unit: all(new Int32Array(length), unit),
      first: all(new Int16Array(length), first),
      last: all(new Int16Array(length), last),
      mode: all(new Uint8Array(length), mode),
      weight: all(new Float64Array(length), weight),
      impossible: all(new Uint8Array(length), impossible),
    },
  };
};

export type CompiledCrowded = {
  readonly grouped: GroupedRequests;
  readonly boundFrom: Int32Array;
  readonly boundTo: Int32Array;
};

/**
 * A crowded business's part of the bound. Its requests are divided into groups, each an exact problem of its own, and on each day
 * a group pays a share of what its visit would cost; the shares of all groups that may visit in one mode add up to 1 at most (day-shares.ts). A
 * plan's visit costs at least what any group's requests in it cost alone, so at least what all groups pay for it. To hold without the others'
 * help, a group leaves out checks that somebody outside it could perform in its place, or faster. Adds the groups as parts behind those that are planned.
 */
export const compileCrowded = (
  sources: PartSources,
  partStart: Int32Array,
  most: number,
  isExamined: (business: number) => boolean,
): CompiledCrowded => {
  const { grouped, index, instance } = sources;
  const businessCount = instance.businesses.length;
  const boundFrom = partStart.slice(0, businessCount);
  const boundTo = partStart.slice(1);
  const planned = sources.draft.business.length;
  const groups: { readonly business: number; readonly positions: readonly number[] }[] = [];
  for (let business = 0; business < businessCount; business++) {
    const [from, to] = [grouped.start[business] ?? 0, grouped.start[business + 1] ?? 0];
    if (to - from > most && isExamined(business))
      for (const positions of groupsOf(grouped, from, to, most)) groups.push({ business, positions });
  }
  const copied = withCopies(
    grouped,
    groups.flatMap(({ positions }) => positions),
  );
  /** What the request asks for: by class, who would perform it and for how long. */
  const asksOf = (position: number): readonly (readonly [itemClass: number, by: string])[] => {
    const origin = copied.requests.origin[position] ?? 0;
    return (instance.requests[origin]?.items ?? []).map((id) => {
      const item = positionIn(index.item, id, () => `requests[${origin}].items`);
      return [index.classOf[item] ?? 0, `${copied.requests.unit[position]} ${instance.items[item]?.minutes}`] as const;
    });
  };
  let at = grouped.requests.count;
  for (const { business, positions } of groups) {
    const outside = new Set<number>();
    const ways = new Map<number, Set<string>>();
    const own = new Set(positions);
    for (let r = grouped.start[business] ?? 0; r < (grouped.start[business + 1] ?? 0); r++)
      for (const [itemClass, by] of asksOf(r)) {
        if (!own.has(r)) outside.add(itemClass);
        ways.set(itemClass, (ways.get(itemClass) ?? new Set()).add(by));
      }
    const part = sources.draft.business.length;
    const counts = (itemClass: number) => !outside.has(itemClass) || ways.get(itemClass)?.size === 1;
    compilePart({ ...sources, grouped: copied, counts }, business, at, at + positions.length, true, true);
    if ((boundFrom[business] ?? 0) < planned) boundFrom[business] = part;
    boundTo[business] = part + 1;
    at += positions.length;
  }
  return { grouped: copied, boundFrom, boundTo };
};
