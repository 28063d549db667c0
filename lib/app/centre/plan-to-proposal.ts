import type { ProposedVisit, Unmerged, VisitWorth } from '../../domain/centre/consolidation.ts';
import type { Plan } from '../../planner/instance.ts';
import type { Candidate } from './triage-requests.ts';

/** The id that a visit gets wherever and whenever its page is published: one business has one new visit a day and run. */
export const visitIdOf = (businessId: string, consolidationId: string, day: string): string =>
  `${businessId}.${consolidationId.replaceAll('-', '').slice(-12)}-${day.replaceAll('-', '').slice(2)}`;

/** The day that a new visit was proposed for, as its id says; undefined for other ids. */
export const proposedDayOf = (visitId: string): string | undefined => {
  const [, year, month, day] = /-(\d{2})(\d{2})(\d{2})$/.exec(visitId) ?? [];
  return year && `20${year}-${month}-${day}`;
};

const toRequest = ({ plan, row, unit }: Candidate): ProposedVisit['requests'][number] => ({
  requestId: row.requestId,
  planId: plan.planId,
  department: row.department,
  unitId: unit.unitId,
  items: row.items,
});

/** The planner's visits as a coordinator reads them, ordered by day, then business. */
export const planToProposal = (
  plan: Plan,
  candidates: readonly Candidate[],
  why: { readonly unmerged: readonly Unmerged[]; readonly worth: ReadonlyMap<number, VisitWorth> },
  consolidationId: string,
): readonly ProposedVisit[] => {
  const byId = new Map(candidates.map((candidate) => [candidate.row.requestId, candidate]));
  const pairs = Map.groupBy(why.unmerged, ({ requestId }) => requestId);
  return plan.visits
    .map(({ business, day, slot, mode, requests, performs, committed }, place) => ({
      visitId: committed ?? visitIdOf(business, consolidationId, day),
      businessId: business,
      street: requests.flatMap((id) => byId.get(id)?.business.street ?? [])[0] ?? '',
      day,
      slot,
      mode,
      ...(committed === undefined ? {} : { joins: committed }),
      requests: requests.flatMap((id) => {
        const candidate = byId.get(id);
        return candidate ? [toRequest(candidate)] : [];
      }),
      performs,
      unmerged: requests.flatMap((id) => pairs.get(id) ?? []),
      ...(why.worth.has(place) ? { worth: why.worth.get(place) } : {}),
    }))
    .toSorted((a, b) => {
      const [left, right] = [`${a.day} ${a.businessId}`, `${b.day} ${b.businessId}`];
      return left < right ? -1 : Number(left > right);
    });
};
