import type { Inspector } from '../catalogue/catalogue.ts';
import { seededRandom } from '../seeded-random.ts';
import type { TeamMember } from '../visits/checks.ts';

export type InspectorDraw = {
  readonly inspectors: readonly Inspector[];
  readonly businessId: string;
  /** Inspectors who are at another visit at that time. */
  readonly busy: ReadonlySet<string>;
  /** Visits that each inspector has lately; fewer go first, chance decides between equals. */
  readonly workload: ReadonlyMap<string, number>;
  readonly size: number;
  readonly seed: string;
};

/** Inspectors of a unit who need not recuse themselves from a business. */
export const eligibleInspectors = (inspectors: readonly Inspector[], businessId: string): readonly Inspector[] =>
  inspectors.filter(({ recusedFrom }) => !recusedFrom.includes(businessId));

/** Who may be drawn, by id: free, and without a tie to the business. */
export const freeInspectors = (draw: Pick<InspectorDraw, 'inspectors' | 'businessId' | 'busy'>): readonly Inspector[] =>
  eligibleInspectors(draw.inspectors, draw.businessId)
    .filter(({ inspectorId }) => !draw.busy.has(inspectorId))
    .toSorted((a, b) => (a.inspectorId < b.inspectorId ? -1 : 1));

/** The team that a seed draws for one unit at one visit (双随机, rule 8), by inspector id; undefined where too few are free. */
export const drawInspectors = (draw: InspectorDraw): readonly TeamMember[] | undefined => {
  const random = seededRandom(draw.seed);
  const lots = freeInspectors(draw)
    .map((inspector) => ({ inspector, load: draw.workload.get(inspector.inspectorId) ?? 0, lot: random() }))
    .toSorted((a, b) => a.load - b.load || a.lot - b.lot);
  if (lots.length < draw.size) return undefined;
  return lots
    .slice(0, draw.size)
    .map(({ inspector: { inspectorId, name, certificate } }) => ({ inspectorId, name, certificate }))
    .toSorted((a, b) => (a.inspectorId < b.inspectorId ? -1 : 1));
};
