import type { Instance } from './instance.ts';
import type { Model } from './model.ts';

/**
 * By business, the most requests no two of which a visit could share: for each mode, of windows ordered by due day, those that open
 * after the last one kept is due (the greedy that is optimal for stabbing intervals). Serving all of them takes a visit each.
 * Businesses where that is one visit or none are left out. Windows are those reduced to days open, so a shared closed day joins nothing.
 */
export function* disjointWindows(
  instance: Instance,
  { requests, parts, partStart, businessCount }: Model,
): Generator<[business: string, requests: string[]]> {
  for (let business = 0; business < businessCount; business++) {
    if (partStart[business] === partStart[business + 1]) continue;
    const own: number[] = [];
    for (let r = parts.requestStart[partStart[business]]; r < parts.requestStart[partStart[business + 1]]; r++)
      if (requests.impossible[r] === 0) own.push(r);
    own.sort((a, b) => requests.mode[a] - requests.mode[b] || requests.last[a] - requests.last[b] || a - b);
    const kept: number[] = [];
    for (const r of own) {
      const latest = kept.at(-1);
      if (
        latest === undefined ||
        requests.mode[latest] !== requests.mode[r] ||
        requests.first[r] > requests.last[latest]
      )
        kept.push(r);
    }
    if (kept.length > 1)
      yield [instance.businesses[business].id, kept.map((r) => instance.requests[requests.origin[r]].id)];
  }
}
