import { metresBetween, type Place } from '../distance.ts';

/** A stop of a day's round: where, and when it begins. */
export type RoundStop = {
  readonly visitId: string;
  readonly start: string;
  readonly street: string;
  readonly grid: string;
  readonly location?: Place;
};

/** Above this many stops at one start the best order is not looked for, but the nearest stop taken each time. */
const mostExact = 9;
/** What a way is taken to be where places are unknown: between grids of a street, and between streets. */
const metres = { withinGrid: 300, betweenGrids: 1_500, betweenStreets: 5_000 };

/** Metres from stop to stop: as the crow flies where both places are known, else by grid and street. */
export const metresOfWay = (one: RoundStop, other: RoundStop): number => {
  if (one.location && other.location) return metresBetween(one.location, other.location);
  if (one.grid === other.grid) return metres.withinGrid;
  return one.street === other.street ? metres.betweenGrids : metres.betweenStreets;
};

type Path = { readonly metres: number; readonly stops: readonly RoundStop[] };

const lastOf = ({ stops }: Path): RoundStop | undefined => stops.at(-1);
const onward = (path: Path, stop: RoundStop): Path => {
  const last = lastOf(path);
  return { metres: path.metres + (last ? metresOfWay(last, stop) : 0), stops: [...path.stops, stop] };
};
const shorter = (one: Path | undefined, other: Path): Path => (one && one.metres <= other.metres ? one : other);

/** From every way to come here, the shortest through all stops of one start to each of them as the last (Held and Karp). */
const throughAll = (paths: readonly Path[], group: readonly RoundStop[]): readonly Path[] => {
  const best = new Map<number, Path>();
  const place = (visited: number, last: number): number => visited * group.length + last;
  const keep = (visited: number, last: number, path: Path): void => {
    best.set(place(visited, last), shorter(best.get(place(visited, last)), path));
  };
  for (const path of paths) for (const [n, stop] of group.entries()) keep(1 << n, n, onward(path, stop));
  const all = (1 << group.length) - 1;
  for (let visited = 1; visited < all; visited += 1) {
    for (const last of group.keys()) {
      const path = best.get(place(visited, last));
      if (!path) continue;
      for (const [n, stop] of group.entries()) {
        if ((visited & (1 << n)) === 0) keep(visited | (1 << n), n, onward(path, stop));
      }
    }
  }
  return group.flatMap((_, n) => best.get(place(all, n)) ?? []);
};

const nearestEachTime = (paths: readonly Path[], group: readonly RoundStop[]): readonly Path[] => {
  let path = paths.reduce(shorter);
  for (let left = [...group]; left.length > 0; ) {
    const last = lastOf(path);
    const [next, ...rest] = last ? left.toSorted((a, b) => metresOfWay(last, a) - metresOfWay(last, b)) : left;
    if (!next) break;
    path = onward(path, next);
    left = rest;
  }
  return [path];
};

/**
 * A day's stops in the order in which to drive: by start, and among those of the same start so that the whole way is as short
 * as it can be. Stops of equal ways stand by id, so that everybody gets the same order.
 */
export const orderRound = <Stop extends RoundStop>(stops: readonly Stop[]): readonly Stop[] => {
  const sorted = stops.toSorted((a, b) => (`${a.start} ${a.visitId}` < `${b.start} ${b.visitId}` ? -1 : 1));
  const groups = Map.groupBy(sorted, ({ start }) => start);
  let paths: readonly Path[] = [{ metres: 0, stops: [] }];
  for (const group of groups.values()) {
    paths = group.length <= mostExact ? throughAll(paths, group) : nearestEachTime(paths, group);
  }
  const order = new Map(paths.reduce(shorter).stops.map(({ visitId }, n) => [visitId, n]));
  return sorted.toSorted((a, b) => (order.get(a.visitId) ?? 0) - (order.get(b.visitId) ?? 0));
};
