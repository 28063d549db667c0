import { disjointWindows } from './certificate-windows.ts';
import type { Instance } from './instance.ts';
import type { Model } from './model.ts';
import type { VisitFacts } from './planning-options.ts';
import type { WrittenPlan } from './schedule-to-plan.ts';

/**
 * Adds to each visit's facts the proof that it is needed, where there is one: of the requests that the plan serves at a business, those no two of which
 * could share a visit. Serving them takes a visit each, so where the business has no more visits than that, standing ones counted, none is too many.
 */
export const proveVisits = (instance: Instance, model: Model, { visits, facts }: WrittenPlan): VisitFacts[] => {
  const held = new Map<string, number>();
  const count = (business: string) => held.set(business, (held.get(business) ?? 0) + 1);
  for (const { business } of instance.committed ?? []) count(business);
  const served = new Set<string>();
  for (const { business, committed, requests } of visits) {
    if (committed === undefined) count(business);
    for (const id of requests) served.add(id);
  }
  const apart = new Map(disjointWindows(instance, model));
  return facts.map((fact) => {
    const { business, requests } = visits[fact.visit];
    const needed = apart.get(business)?.filter((id) => served.has(id)) ?? requests.slice(0, 1);
    return held.get(business) === needed.length ? { ...fact, needed } : fact;
  });
};
