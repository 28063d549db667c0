import type { FindingFilter, ReferralFilter } from '../app/ports/finding-ports.ts';
import type { JointPlanFilter, RecurrenceFilter } from '../app/ports/scenario-ports.ts';
import type { VisitFilter } from '../app/ports/visit-ports.ts';
import type { ProposedVisit } from '../domain/centre/consolidation.ts';
import type { Draw } from '../domain/draws/draw.ts';
import { type Finding, isUnclosed } from '../domain/findings/finding.ts';
import { earliestDue, isClockOverdue } from '../domain/findings/finding-clock.ts';
import { clockOfReferral, type Referral } from '../domain/findings/referral.ts';
import type { Incident } from '../domain/incidents/incident.ts';
import type { NoticeStatus } from '../domain/notices/notice-state.ts';
import type { Plan } from '../domain/plans/plan.ts';
import type { Scope } from '../domain/principal.ts';
import type { JointPlan } from '../domain/scenarios/joint-plan.ts';
import type { Recurrence } from '../domain/scenarios/recurrence.ts';
import { departmentsServed, hasFinding, type VisitStatus, type VisitSummary } from '../domain/visits/visit.ts';

// What a scope lets its holder see of records that the district's partition holds for everybody.

const allows = (wanted: string | undefined, ...found: readonly string[]): boolean =>
  wanted === undefined || found.includes(wanted);

/** A department sees the plans that it initiates and those where it is a partner. */
export const planIsVisible = (scope: Scope, plan: Plan): boolean =>
  scope.district === plan.district && allows(scope.department, plan.department, ...plan.partners);

/** A department sees the visits where it attends, is served or counted; a unit those it attends; a street its own. */
export const visitIsVisible = (scope: Scope, visit: VisitSummary): boolean =>
  allows(scope.street, visit.street) &&
  allows(scope.unit, ...visit.units.map(({ unitId }) => unitId)) &&
  allows(
    scope.department,
    ...visit.counted,
    ...[...visit.units, ...visit.requests].map(({ department }) => department),
  );

/** A department sees its own draws. */
export const drawIsVisible = (scope: Scope, draw: Draw): boolean =>
  scope.district === draw.district && allows(scope.department, draw.department);

const awaited: readonly VisitStatus[] = ['planned', 'notified'];
const unread: readonly NoticeStatus[] = ['sent', 'delivered'];

const noticeMatches = (wanted: VisitFilter['notice'], { status, noticeStatus }: VisitSummary): boolean =>
  wanted === 'unread' ? awaited.includes(status) && unread.includes(noticeStatus) : allows(wanted, noticeStatus);

const saysSo = (wanted: boolean | undefined, isSo: boolean): boolean => wanted === undefined || wanted === isSo;

export const visitMatches = (filter: Omit<VisitFilter, 'limit'>, visit: VisitSummary): boolean =>
  filter.from <= visit.day &&
  visit.day <= filter.to &&
  allows(filter.street, visit.street) &&
  allows(filter.unit, ...visit.units.map(({ unitId }) => unitId)) &&
  allows(filter.businessId, visit.businessId) &&
  allows(filter.lead, visit.lead) &&
  allows(filter.industry, visit.industry) &&
  allows(filter.status, visit.status) &&
  noticeMatches(filter.notice, visit) &&
  saysSo(filter.complaints, (visit.complaints ?? 0) > 0) &&
  saysSo(filter.joint, departmentsServed(visit).size > 1) &&
  saysSo(filter.found, hasFinding(visit));

/** A department sees what its checks found and what was found by a check that served it; a unit its own; a street its own. */
export const findingIsVisible = (scope: Scope, finding: Finding): boolean =>
  scope.district === finding.district &&
  allows(scope.street, finding.street) &&
  allows(scope.unit, finding.unitId) &&
  allows(scope.department, finding.department, ...finding.sharedWith);

const dueMatches = ({ overdueOn, dueBy }: Omit<FindingFilter, 'limit'>, finding: Finding): boolean => {
  const late = (on: string) => isUnclosed(finding) && finding.clocks.some((clock) => isClockOverdue(clock, on));
  const due = earliestDue(finding.clocks);
  return (
    (overdueOn === undefined || late(overdueOn)) &&
    (dueBy === undefined || (isUnclosed(finding) && due !== undefined && due <= dueBy))
  );
};

export const findingMatches = (filter: Omit<FindingFilter, 'limit'>, finding: Finding): boolean =>
  (filter.status === 'unclosed' ? isUnclosed(finding) : allows(filter.status, finding.status)) &&
  allows(filter.unit, finding.unitId) &&
  allows(filter.department, finding.department) &&
  allows(filter.street, finding.street) &&
  allows(filter.businessId, finding.businessId) &&
  allows(filter.visitId, finding.visitId) &&
  allows(filter.disposition, finding.disposition?.kind ?? 'none') &&
  (filter.foundFrom === undefined || filter.foundFrom <= finding.foundOn) &&
  (filter.foundTo === undefined || finding.foundOn <= filter.foundTo) &&
  dueMatches(filter, finding);

/** A department sees the referrals that it sends, and what was sent to it once it is; a unit and a street their own. */
export const referralIsVisible = (scope: Scope, referral: Referral): boolean => {
  const isUnderway = referral.status !== 'proposed' && referral.status !== 'approved' && referral.status !== 'rejected';
  return (
    scope.district === referral.district &&
    allows(scope.street, referral.street) &&
    allows(scope.unit, referral.unitId) &&
    allows(scope.department, referral.from, ...(isUnderway ? [referral.to] : []))
  );
};

export const referralMatches = (filter: Omit<ReferralFilter, 'limit'>, referral: Referral): boolean =>
  allows(filter.to, referral.to) &&
  allows(filter.from, referral.from) &&
  allows(filter.findingId, referral.findingId) &&
  (filter.status === 'running' ? clockOfReferral(referral) !== undefined : allows(filter.status, referral.status)) &&
  (filter.dueBefore === undefined || (referral.dueAt !== undefined && referral.dueAt < filter.dueBefore));

/** A street sees the incidents it has, a unit those that are its own to handle; a department as such has none. */
export const incidentIsVisible = (scope: Scope, incident: Incident): boolean =>
  allows(scope.street, incident.street) && allows(scope.unit, incident.unitId ?? '') && scope.department === undefined;

/** A department sees the joint plans that it leads or has a share in. */
export const jointPlanIsVisible = (scope: Scope, plan: JointPlan): boolean =>
  scope.district === plan.district &&
  allows(scope.department, plan.lead, ...plan.shares.map(({ department }) => department));

export const jointPlanMatches = (filter: Omit<JointPlanFilter, 'limit'>, plan: JointPlan): boolean =>
  allows(filter.status, plan.status) && allows(filter.department, ...plan.shares.map(({ department }) => department));

/** A department sees the recurring plans that it set up. */
export const recurrenceIsVisible = (scope: Scope, { district, authority }: Recurrence): boolean =>
  scope.district === district && (scope.department === undefined || scope.department === authority.department);

export const recurrenceMatches = (filter: Omit<RecurrenceFilter, 'limit'>, { status }: Recurrence): boolean =>
  allows(filter.status, status);

export const proposedIsVisible = (scope: Scope, visit: ProposedVisit): boolean =>
  allows(scope.street, visit.street) &&
  allows(scope.unit, ...visit.requests.map(({ unitId }) => unitId)) &&
  allows(scope.department, ...visit.requests.map(({ department }) => department));

/** A request without a visit has no unit yet: a unit's scope sees none. */
export const unscheduledIsVisible = (scope: Scope, row: { department: string; street: string }): boolean =>
  allows(scope.street, row.street) && allows(scope.department, row.department) && scope.unit === undefined;
