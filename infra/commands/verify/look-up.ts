import type { Business, Committed, Instance, Item, Request, Unit } from './instance-file.ts';

export type LookUp = {
  readonly instance: Instance;
  /** index into `instance.days` */
  readonly dayOf: ReadonlyMap<string, number>;
  /** days since 1970 of each working day: gaps count calendar days */
  readonly date: readonly number[];
  /** by slot: its session's number and the session's last slot */
  readonly sessionOf: readonly number[];
  readonly sessionEnd: readonly number[];
  readonly units: ReadonlyMap<string, Unit>;
  readonly businesses: ReadonlyMap<string, Business>;
  readonly items: ReadonlyMap<string, Item>;
  readonly unit: (id: string) => Unit;
  readonly business: (id: string) => Business;
  readonly item: (id: string) => Item;
  /** recognition class: items of one class are the same check */
  readonly classOf: (item: string) => string;
  readonly requests: ReadonlyMap<string, Request>;
  readonly committed: ReadonlyMap<string, Committed>;
};

const byId = <T extends { id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((entry) => [entry.id, entry]));

const getter =
  <T>(entries: ReadonlyMap<string, T>, what: string) =>
  (id: string): T => {
    const entry = entries.get(id);
    if (entry === undefined) throw new Error(`no ${what} ${id}`);
    return entry;
  };

export const lookUp = (instance: Instance): LookUp => {
  const sessionOf: number[] = [];
  const sessionEnd: number[] = [];
  for (const [session, slots] of instance.slots.sessions.entries())
    for (const slot of slots) {
      sessionOf[slot] = session;
      sessionEnd[slot] = Math.max(...slots);
    }
  const [units, items, businesses] = [byId(instance.units), byId(instance.items), byId(instance.businesses)];
  const item = getter(items, 'item');
  return {
    instance,
    dayOf: new Map(instance.days.map((date, n) => [date, n])),
    date: instance.days.map((date) => Date.parse(date) / 86_400_000),
    sessionOf,
    sessionEnd,
    units,
    businesses,
    items,
    unit: getter(units, 'unit'),
    business: getter(businesses, 'business'),
    item,
    // A prefix keeps an item that is its own class apart from a class of the same name.
    classOf: (id) => {
      const shared = item(id).class;
      return shared === undefined ? `item ${id}` : `class ${shared}`;
    },
    requests: byId(instance.requests),
    committed: byId(instance.committed ?? []),
  };
};
