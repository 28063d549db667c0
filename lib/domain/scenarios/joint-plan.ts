import type { Draw, HistoryEntry, Mode, PlanType, Window } from '../plans/plan.ts';
import { type Refusal, refuse } from '../refusal.ts';

export const shareStatuses = ['waiting', 'confirmed', 'declined'] as const;
export type ShareStatus = (typeof shareStatuses)[number];
export const jointPlanStatuses = ['open', 'settled', 'withdrawn'] as const;
export type JointPlanStatus = (typeof jointPlanStatuses)[number];

/** One department's part of a joint plan: waiting until it is confirmed, as a plan of the department's own, or declined. */
export type Share = {
  readonly department: string;
  readonly items: readonly string[];
  readonly status: ShareStatus;
  readonly planId?: string;
  readonly requests?: number;
  readonly reason?: string;
};

/**
 * 联合计划: what starting a scenario asks of its departments, about subjects that are chosen once for all of them. Open
 * while a share waits; settled when every department has answered.
 */
export type JointPlan = {
  readonly jointPlanId: string;
  readonly district: string;
  readonly scenarioId: string;
  readonly title: string;
  readonly industry: string;
  readonly lead: string;
  readonly type: PlanType;
  readonly mode: Mode;
  readonly window: Window;
  readonly legalBasis: string;
  readonly approval: { readonly by: string; readonly reference?: string };
  readonly businesses: readonly string[];
  readonly draw?: Draw;
  readonly shares: readonly Share[];
  readonly status: JointPlanStatus;
  readonly startedBy: string;
  readonly createdAt: string;
  readonly history: readonly HistoryEntry[];
  readonly version: number;
};

type Answered = Pick<HistoryEntry, 'at' | 'by'>;

const closed = (plan: JointPlan): Refusal | undefined =>
  plan.status === 'open' ? undefined : refuse('state-conflict', { path: 'status', code: `joint-plan-${plan.status}` });

/** The share of a department that still waits; the reason why there is none to answer. */
export const waitingShare = (plan: JointPlan, department: string): Share | Refusal => {
  const share = plan.shares.find((one) => one.department === department);
  if (!share) return refuse('not-found', { path: 'jointPlanId', code: 'not-found' });
  const refusal = closed(plan);
  if (refusal) return refusal;
  return share.status === 'waiting'
    ? share
    : refuse('state-conflict', { path: 'status', code: `share-${share.status}` });
};

const answered = (
  plan: JointPlan,
  department: string,
  answer: Pick<Share, 'status' | 'planId' | 'requests' | 'reason'>,
  { at, by }: Answered,
): JointPlan => {
  const shares = plan.shares.map((share) => (share.department === department ? { ...share, ...answer } : share));
  const { status, reason } = answer;
  return {
    ...plan,
    shares,
    status: shares.some((share) => share.status === 'waiting') ? 'open' : 'settled',
    history: [...plan.history, { at, by, action: `share-${status}`, ...(reason === undefined ? {} : { reason }) }],
    version: plan.version + 1,
  };
};

/** A department takes its share on, by a plan of its own. */
export const confirmShare = (
  plan: JointPlan,
  department: string,
  submitted: { readonly planId: string; readonly requests: number },
  by: Answered,
): JointPlan | Refusal => {
  const share = waitingShare(plan, department);
  return 'refused' in share ? share : answered(plan, department, { status: 'confirmed', ...submitted }, by);
};

/** A department will not take part, and says why. */
export const declineShare = (
  plan: JointPlan,
  department: string,
  reason: string,
  by: Answered,
): JointPlan | Refusal => {
  const share = waitingShare(plan, department);
  return 'refused' in share ? share : answered(plan, department, { status: 'declined', reason }, by);
};

/** Nobody who has not answered is asked any more; plans that were confirmed stand, and are their departments' to withdraw. */
export const withdrawJointPlan = (plan: JointPlan, reason: string, { at, by }: Answered): JointPlan | Refusal =>
  closed(plan) ?? {
    ...plan,
    status: 'withdrawn',
    history: [...plan.history, { at, by, action: 'withdrawn', reason }],
    version: plan.version + 1,
  };
