import type { InstanceIndex } from './index-instance.ts';
import type { Instance } from './instance.ts';
import type { StaffedVisit } from './staff-visit.ts';

/**
 * The staffing of a visit in which several groups of requests meet, no unit attending for two of them. A check that two groups ask for is performed once, by
 * the unit with more to do there; the other's stay gets shorter, and a unit with nothing left stays away. `served` are all their requests.
 */
export const mergeStaffed = (
  instance: Instance,
  index: InstanceIndex,
  served: readonly number[],
  groups: readonly StaffedVisit[],
): StaffedVisit => {
  const classOf = (item: string) => index.classOf[index.item.get(item) ?? -1];
  const byWork = groups
    .flatMap(({ performs }) => Object.entries(performs))
    .toSorted(([, a], [, b]) => b.length - a.length);
  const performer = new Map<number, string>();
  const performs: Record<string, readonly string[]> = {};
  for (const [unit, items] of byWork) {
    const left = items.filter((item) => !performer.has(classOf(item)));
    for (const item of left) performer.set(classOf(item), unit);
    if (left.length > 0) performs[unit] = [...(performs[unit] ?? []), ...left];
  }
  const recognised = served.flatMap((r) => {
    const { id, unit, items } = instance.requests[r];
    return items.flatMap((item) => {
      const by = performer.get(classOf(item));
      return by === undefined || by === unit ? [] : [{ request: id, item, by }];
    });
  });
  return { performs, recognised };
};
