import { type Item, isInForce } from '../catalogue/catalogue.ts';
import type { Name } from '../catalogue/settings.ts';
import type { FieldError } from '../refusal.ts';

/** One department's share of a scenario. The order of its items is the order in which they are checked. */
export type ScenarioPart = { readonly department: string; readonly items: readonly string[] };

/** 监管一件事: a themed set of items of several departments for one industry, with a lead. Parts stand in the order of the checks. */
export type Scenario = {
  readonly scenarioId: string;
  readonly name: Name;
  readonly industry: string;
  readonly lead: string;
  readonly parts: readonly ScenarioPart[];
  readonly legalBasis: string;
  /** Where the set of checks was published. */
  readonly source?: string;
  readonly effectiveFrom: string;
  readonly effectiveTo?: string;
};

const itemFaults = (
  { department, items }: ScenarioPart,
  path: string,
  catalogue: ReadonlyMap<string, Item>,
): readonly FieldError[] =>
  items.flatMap((itemId, at): readonly FieldError[] => {
    const item = catalogue.get(itemId);
    const field = `${path}.items[${at}]`;
    if (!item) return [{ path: field, code: 'item-unknown' }];
    if (item.department === department) return [];
    return [{ path: field, code: 'item-of-other-department', values: { department: item.department } }];
  });

/** What is wrong with a scenario as it is imported: unknown items, items of another department, a lead that checks nothing. */
export const scenarioFaults = (
  scenario: Scenario,
  path: string,
  catalogue: ReadonlyMap<string, Item>,
): readonly FieldError[] => {
  const departments = scenario.parts.map(({ department }) => department);
  return [
    ...(departments.includes(scenario.lead) ? [] : [{ path: `${path}.lead`, code: 'lead-without-part' }]),
    ...scenario.parts.flatMap((part, at): readonly FieldError[] => {
      const own = `${path}.parts[${at}]`;
      const first = departments.indexOf(part.department);
      return [
        ...(first < at ? [{ path: `${own}.department`, code: 'duplicate', values: { first: first + 1 } }] : []),
        ...itemFaults(part, own, catalogue),
      ];
    }),
  ];
};

/** The scenario's parts with the items that are in force on a day; a department without any has no part. */
export const partsInForce = (
  { parts }: Pick<Scenario, 'parts'>,
  catalogue: ReadonlyMap<string, Item>,
  on: string,
): readonly ScenarioPart[] =>
  parts
    .map(({ department, items }) => ({
      department,
      items: items.filter((itemId) => {
        const item = catalogue.get(itemId);
        return item !== undefined && isInForce(item, on);
      }),
    }))
    .filter(({ items }) => items.length > 0);
