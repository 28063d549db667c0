import { countedBy } from '../domain/centre/cap-rules.ts';
import { isWithdrawalPending } from '../domain/publication/publication.ts';
import type { Visit, VisitSummary } from '../domain/visits/visit.ts';
import { isCaseOnly, requestsAnswered } from '../domain/visits/visit-requests.ts';

/** Findings by the department that performed the check. */
const findingsOf = (visit: Visit): VisitSummary['findings'] => {
  const counts: Record<string, number> = {};
  for (const { department, checks } of visit.attending) {
    const found = checks.reduce((sum, check) => sum + (check.findings?.length ?? 0), 0);
    if (found > 0) counts[department] = (counts[department] ?? 0) + found;
  }
  return counts;
};

const countedOf = (visit: Visit): Pick<VisitSummary, 'counted' | 'countedTypes'> => {
  const byDepartment = Map.groupBy(countedBy(visit), ({ department }) => department);
  const counted = [...byDepartment.keys()].toSorted();
  const typesOf = (department: string) => (byDepartment.get(department) ?? []).map(({ type }) => type).toSorted();
  return counted.length === 0 ? { counted } : { counted, countedTypes: counted.map(typesOf) };
};

/** What the day index keeps of a visit. */
export const visitToSummary = (visit: Visit): VisitSummary => ({
  visitId: visit.visitId,
  businessId: visit.businessId,
  street: visit.street,
  day: visit.day,
  slot: visit.slot,
  mode: visit.mode,
  status: visit.status,
  lead: visit.lead,
  industry: visit.industry,
  units: visit.attending.map(({ unitId, department, slots, team }) => ({
    unitId,
    department,
    slots,
    inspectors: team.map(({ inspectorId }) => inspectorId),
  })),
  requests: [...requestsAnswered(visit).values()].map(({ requestId, department }) => ({ requestId, department })),
  ...countedOf(visit),
  ...(isCaseOnly(visit) ? { caseOnly: true as const } : {}),
  findings: findingsOf(visit),
  noticeStatus: visit.notice.again ? 'due' : visit.notice.status,
  ...(visit.rating ? { ratingScore: visit.rating.score } : {}),
  ...(visit.appraisals?.length
    ? { appraisals: visit.appraisals.map(({ of, whom, from, score }) => ({ of, whom, from, score })) }
    : {}),
  ...(visit.complaints?.length ? { complaints: visit.complaints.length } : {}),
  ...(isWithdrawalPending(visit) ? { withdrawalAsked: true as const } : {}),
});
