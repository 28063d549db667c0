import { type Business, type Item, recognitionClassOf } from '../catalogue/catalogue.ts';
import type { Plan, RecognisedFrom, RequestRow } from './plan.ts';
import type { Target } from './target-rules.ts';

/** An earlier result that may stand for a check until `validUntil`, that day included. */
export type Evidence = RecognisedFrom & { readonly validUntil: string };
export type EvidenceByClass = ReadonlyMap<string, Evidence>;

const isDefined = <T>(value: T | undefined): value is T => value !== undefined;

/** Rule 6: the evidence for every one of the items on a day, in their order; undefined where one has none. */
export const evidenceFor = (
  items: readonly Item[],
  on: string,
  known: EvidenceByClass | undefined,
): readonly RecognisedFrom[] | undefined => {
  const found = items.flatMap((item): readonly RecognisedFrom[] => {
    const evidence = known?.get(recognitionClassOf(item));
    if (!evidence || evidence.validUntil < on) return [];
    return [{ visitId: evidence.visitId, department: evidence.department, itemId: evidence.itemId, on: evidence.on }];
  });
  return found.length === items.length ? found : undefined;
};

type Part = Omit<RequestRow, 'requestId'>;

/** One department's work at one business: a request on site, a request done remotely, or both. */
const partsOf = (
  target: Target,
  department: string,
  items: readonly Item[],
  today: string,
  known: EvidenceByClass | undefined,
): readonly Part[] => {
  const part = (some: readonly Item[], more: Pick<RequestRow, 'remote' | 'satisfied'>): readonly Part[] => {
    if (some.length === 0) return [];
    const { businessId, notBefore, due } = target;
    return [{ businessId, department, items: some.map(({ itemId }) => itemId), notBefore, due, ...more }];
  };
  const onSite = items.filter((item) => !item.remote);
  const earliest = target.notBefore > today ? target.notBefore : today;
  const satisfied = evidenceFor(onSite, earliest, known);
  return [
    ...part(onSite, satisfied ? { satisfied } : {}),
    ...part(
      items.filter((item) => item.remote),
      { remote: true },
    ),
  ];
};

/**
 * The rows of one batch, sorted by business: per business one request for each department whose items the target names,
 * its remote items apart. Evidence must hold on the first day that a visit could take place, `today` at the earliest;
 * `known` (by business, then class) must be empty for case plans, which are always looked into.
 */
export const targetsToRequests = (
  plan: Pick<Plan, 'planId'>,
  batchId: string,
  targets: readonly Target[],
  catalogue: ReadonlyMap<string, Item>,
  today: string,
  known: ReadonlyMap<string, EvidenceByClass>,
): readonly RequestRow[] =>
  targets
    .toSorted((a, b) => (a.businessId < b.businessId ? -1 : 1))
    .flatMap((target) => {
      const items = target.items.map((itemId) => catalogue.get(itemId)).filter(isDefined);
      const byDepartment = Map.groupBy(items, (item) => item.department);
      return [...byDepartment].flatMap(([department, some]) =>
        partsOf(target, department, some, today, known.get(target.businessId)),
      );
    })
    .map((part, index) => ({ requestId: `${plan.planId}-${batchId}-${index + 1}`, ...part }));

/** How many of the rows are done remotely, by the street of their business. */
export const remoteByStreet = (
  rows: readonly RequestRow[],
  businesses: ReadonlyMap<string, Pick<Business, 'street'>>,
): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const street = row.remote && businesses.get(row.businessId)?.street;
    if (street) counts[street] = (counts[street] ?? 0) + 1;
  }
  return counts;
};
