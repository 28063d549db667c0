import { isStanding, type VisitSummary } from '../visits/visit.ts';

/** How often one business was and will be visited in a period, and for whom. */
export type VisitedBusiness = {
  readonly businessId: string;
  readonly street: string;
  readonly industry: string;
  readonly visits: number;
  /** Of them, those that nothing but case checks brought about. */
  readonly caseOnly: number;
  readonly requests: number;
  /** Whose requests the visits answered, most first. */
  readonly departments: readonly { readonly department: string; readonly requests: number }[];
};

const toVisited = (businessId: string, visits: readonly VisitSummary[]): VisitedBusiness => {
  const requests = visits.flatMap((visit) => visit.requests);
  const byDepartment = Map.groupBy(requests, ({ department }) => department);
  return {
    businessId,
    street: visits[0]?.street ?? '',
    industry: visits[0]?.industry ?? '',
    visits: visits.length,
    caseOnly: visits.filter(({ caseOnly }) => caseOnly).length,
    requests: requests.length,
    departments: [...byDepartment]
      .map(([department, asked]) => ({ department, requests: asked.length }))
      .toSorted((a, b) => b.requests - a.requests || (a.department < b.department ? -1 : 1)),
  };
};

/** The businesses that are visited most, most first, at most `limit`: those done and those to come, none called off. */
export const mostVisited = (visits: readonly VisitSummary[], limit: number): readonly VisitedBusiness[] =>
  [
    ...Map.groupBy(
      visits.filter(({ status }) => isStanding(status)),
      ({ businessId }) => businessId,
    ),
  ]
    .map(([businessId, some]) => toVisited(businessId, some))
    .toSorted((a, b) => b.visits - a.visits || b.requests - a.requests || (a.businessId < b.businessId ? -1 : 1))
    .slice(0, limit);
