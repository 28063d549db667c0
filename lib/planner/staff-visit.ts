import type { InstanceIndex } from './index-instance.ts';
import type { Instance } from './instance.ts';
import { type Asks, staffings } from './recognition.ts';

export type StaffedVisit = {
  /** Items that each attending unit performs. */
  readonly performs: Readonly<Record<string, readonly string[]>>;
  readonly recognised: readonly { readonly request: string; readonly item: string; readonly by: string }[];
};

/**
 * Who performs which item when these requests share a visit in which each unit stays the given slots (a staffing that the model
 * found): the same staffings are enumerated again, this time with the performers kept.
 */
export const staffVisit = (
  instance: Instance,
  index: InstanceIndex,
  longestStay: number,
  requests: readonly number[],
  stays: ReadonlyMap<number, number>,
): StaffedVisit => {
  const units: number[] = [];
  const classes: number[] = [];
  const localOf = (list: number[], global: number) => {
    const at = list.indexOf(global);
    return at >= 0 ? at : list.push(global) - 1;
  };
  const asks: Asks = { units: [], classes: [], minutes: [] };
  const asked: { readonly request: string; readonly unit: number; readonly class: number; readonly item: number }[] =
    [];
  for (const r of requests) {
    const request = instance.requests[r];
    const unit = localOf(units, index.unit.get(request.unit) ?? -1);
    for (const id of request.items) {
      const item = index.item.get(id) ?? -1;
      const cls = localOf(classes, index.classOf[item]);
      asks.units.push(unit);
      asks.classes.push(cls);
      asks.minutes.push(instance.items[item].minutes);
      asked.push({ request: request.id, unit, class: cls, item });
    }
  }
  const { options } = staffings(asks, units.length, classes.length, instance.slots.minutes, longestStay);
  const found = options.find(({ slots }) => slots.every((stay, local) => stay === (stays.get(units[local]) ?? 0)));
  if (!found) throw new Error('a planned visit has no staffing: the model and the plan disagree');
  const performs: Record<string, string[]> = {};
  const best = new Map<number, number>();
  for (const { unit, class: cls, item } of asked) {
    if (found.performer[cls] !== unit) continue;
    const known = best.get(cls);
    if (known === undefined || instance.items[item].minutes < instance.items[known].minutes) best.set(cls, item);
  }
  for (const [cls, item] of best) {
    const unit = instance.units[units[found.performer[cls]]].id;
    performs[unit] ??= [];
    performs[unit].push(instance.items[item].id);
  }
  const recognised = asked
    .filter(({ unit, class: cls }) => found.performer[cls] !== unit)
    .map(({ request, class: cls, item }) => ({
      request,
      item: instance.items[item].id,
      by: instance.units[units[found.performer[cls]]].id,
    }));
  return { performs, recognised };
};
