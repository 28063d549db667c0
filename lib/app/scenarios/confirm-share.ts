import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import {
  confirmShare as confirm,
  type JointPlan,
  type Share,
  waitingShare,
} from '../../domain/scenarios/joint-plan.ts';
import { type SubmitPorts, submitPlan } from '../plans/submit-plan.ts';
import type { Ids } from '../ports/clock-and-ids.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeJointPlan } from './change-joint-plan.ts';

type Request = RequestOf<'confirm-share'>;

/** Ids that begin with the share's own: a repeated confirmation finds the plan of the first. */
const idsOfShare = (planId: string): Ids => {
  let given = 0;
  return {
    next: () => {
      given += 1;
      return given === 1 ? planId : `${planId}-${given}`;
    },
  };
};

const toPlanBody = (plan: JointPlan, share: Share, { body }: Request): RequestOf<'submit-plan'>['body'] => ({
  title: plan.title,
  type: plan.type,
  mode: plan.mode,
  window: plan.window,
  items: [...(body.items ?? share.items)],
  legalBasis: body.legalBasis ?? plan.legalBasis,
  approval: body.approval ?? plan.approval,
  partners: [],
  orderedFromAbove: false,
  draft: false,
  businesses: plan.businesses.map((businessId) => ({ businessId })),
});

/**
 * Takes a share on: its items become a plan of the department's own, at the joint plan's subjects and in its window, checked
 * by every rule that a plan is; then the share names that plan. Cut in between, the same confirmation finds both.
 */
export const confirmShare = async (
  ports: SubmitPorts & Pick<Ports, 'jointPlans'>,
  request: Request,
): Promise<ViewOf<'confirm-share'> | Refusal> => {
  const { params, principal } = request;
  const { department } = principal;
  if (department === undefined) return refuse('forbidden', { path: 'claims.department', code: 'claim' });
  const joint = await ports.jointPlans.find(scopeOf(principal), params.jointPlanId);
  if (!joint) return refuse('not-found', { path: 'jointPlanId', code: 'not-found' });
  const share = waitingShare(joint, department);
  if ('refused' in share) return share;
  const planId = `${joint.jointPlanId}-${joint.shares.indexOf(share) + 1}`;
  const body = toPlanBody(joint, share, request);
  const submitted = await submitPlan(
    ports,
    { ...request, params: undefined, body, ids: idsOfShare(planId) },
    joint.lead,
  );
  if ('refused' in submitted) return submitted;
  const { requests } = submitted;
  return changeJointPlan(ports, request, (plan, who) => confirm(plan, department, { planId, requests }, who));
};
