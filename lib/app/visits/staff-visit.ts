import { type Item, recognitionClassOf } from '../../domain/catalogue/catalogue.ts';
import type { ProposedVisit } from '../../domain/centre/consolidation.ts';
import { staffings } from '../../planner/recognition.ts';

export type VisitRequest = ProposedVisit['requests'][number];
export type Performs = ProposedVisit['performs'];

export type StaffingRules = {
  readonly items: ReadonlyMap<string, Item>;
  readonly slotMinutes: number;
  /** Classes that the visit performs already: their results are recognised. */
  readonly performed: ReadonlySet<string>;
  /** True where the unit can stay for so many minutes more. */
  readonly fits: (unitId: string, minutes: number) => boolean;
  /** True where the unit attends anyway. */
  readonly attends: (unitId: string) => boolean;
};

type Ask = { readonly unitId: string; readonly itemId: string; readonly cls: string; readonly minutes: number };

const asksOf = (requests: readonly VisitRequest[], rules: StaffingRules): readonly Ask[] =>
  requests.flatMap(({ unitId, items }) =>
    items.flatMap((itemId) => {
      const item = rules.items.get(itemId);
      const cls = item && recognitionClassOf(item);
      return !item || !cls || rules.performed.has(cls) ? [] : [{ unitId, itemId, cls, minutes: item.minutes }];
    }),
  );

const cheapestAsk = (asks: readonly Ask[], unitId: string | undefined, cls: string): Ask | undefined =>
  asks
    .filter((ask) => ask.unitId === unitId && ask.cls === cls)
    .toSorted((a, b) => a.minutes - b.minutes || (a.itemId < b.itemId ? -1 : 1))[0];

/**
 * Who performs what for these requests (rules 3 and 6): every class once, by a unit that asks for it, with the fewest
 * units more, then the shortest stays. The planner's own staffing decides what is possible. Undefined where no way fits.
 */
export const staffVisit = (requests: readonly VisitRequest[], rules: StaffingRules): Performs | undefined => {
  const asks = asksOf(requests, rules);
  const units = [...new Set(asks.map(({ unitId }) => unitId))].toSorted();
  const classes = [...new Set(asks.map(({ cls }) => cls))].toSorted();
  const { options } = staffings(
    {
      units: asks.map(({ unitId }) => units.indexOf(unitId)),
      classes: asks.map(({ cls }) => classes.indexOf(cls)),
      minutes: asks.map(({ minutes }) => minutes),
    },
    units.length,
    classes.length,
    1, // compared by the minute: at a standing visit a minute more may be a slot more
    Number.MAX_SAFE_INTEGER,
  );
  const ways = options.map(({ performer }) => {
    const chosen = classes.flatMap((cls, n) => cheapestAsk(asks, units[performer[n] ?? -1], cls) ?? []);
    const byUnit = [...Map.groupBy(chosen, ({ unitId }) => unitId)].map(([unitId, own]) => ({
      unitId,
      items: own.map(({ itemId }) => itemId).toSorted(),
      minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
    }));
    const slots = byUnit.reduce((sum, { minutes }) => sum + Math.ceil(minutes / rules.slotMinutes), 0);
    return { byUnit, more: byUnit.filter(({ unitId }) => !rules.attends(unitId)).length, slots };
  });
  const [best] = ways
    .filter(({ byUnit }) => byUnit.every(({ unitId, minutes }) => rules.fits(unitId, minutes)))
    .toSorted((a, b) => a.more - b.more || a.slots - b.slots);
  return best && Object.fromEntries(best.byUnit.map(({ unitId, items }) => [unitId, items]));
};
