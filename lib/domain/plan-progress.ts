import type { Plan } from './plan.ts';

/** `submitted | consolidated → consolidated`: a published run planned some of its requests. Undefined where it is noted already, or the plan is out of the game. */
export const consolidatePlan = (plan: Plan, consolidationId: string, by: string, at: string): Plan | undefined => {
  const open = plan.status === 'submitted' || plan.status === 'consolidated';
  if (!open || plan.consolidations.includes(consolidationId)) return undefined;
  return {
    ...plan,
    status: 'consolidated',
    consolidations: [...plan.consolidations, consolidationId],
    history: [...plan.history, { at, by, action: 'consolidated', reason: consolidationId }],
    version: plan.version + 1,
  };
};

/** `consolidated → closed`: nothing of the plan can happen any more. */
export const closeFinishedPlan = (plan: Plan, at: string): Plan => ({
  ...plan,
  status: 'closed',
  history: [...plan.history, { at, by: 'system', action: 'closed' }],
  version: plan.version + 1,
});
