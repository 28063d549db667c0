import type { Instance } from './instance.ts';
import { InstanceError } from './parse-instance.ts';

/** Positions of everything an instance refers to by id, with each reference checked once. */
export type InstanceIndex = {
  readonly day: ReadonlyMap<string, number>;
  readonly unit: ReadonlyMap<string, number>;
  readonly item: ReadonlyMap<string, number>;
  readonly business: ReadonlyMap<string, number>;
  /** Recognition class of each item; an item without one is its own class. */
  readonly classOf: Int32Array;
};

const positions = (list: readonly { readonly id: string }[], name: string): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  list.forEach(({ id }, n) => {
    if (found.has(id)) throw new InstanceError(`${name}[${n}].id`, `${id} stands twice`);
    found.set(id, n);
  });
  return found;
};

export const positionIn = (map: ReadonlyMap<string, number>, id: string, field: () => string): number => {
  const at = map.get(id);
  if (at === undefined) throw new InstanceError(field(), `${id} is not known`);
  return at;
};

export const indexInstance = (instance: Instance): InstanceIndex => {
  const classes = new Map<string, number>();
  const classOf = Int32Array.from(instance.items, (item) => {
    const name = item.class ?? item.id;
    const known = classes.get(name) ?? classes.size;
    classes.set(name, known);
    return known;
  });
  return {
    day: new Map(instance.days.map((day, n) => [day, n])),
    unit: positions(instance.units, 'units'),
    item: positions(instance.items, 'items'),
    business: positions(instance.businesses, 'businesses'),
    classOf,
  };
};
