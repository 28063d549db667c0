import type { HistoryEntry, Plan } from './plan.ts';

/** `submitted | consolidated → consolidated`: a published run planned some of its requests. Undefined where it is noted already, or the plan is out of the game. */
export const consolidatePlan = (
  plan: Plan,
  consolidationId: string,
  who: Pick<HistoryEntry, 'by' | 'as'>,
  at: string,
): Plan | undefined => {
  const open = plan.status === 'submitted' || plan.status === 'consolidated';
  if (!open || plan.consolidations.includes(consolidationId)) return undefined;
  return {
    ...plan,
    status: 'consolidated',
    consolidations: [...plan.consolidations, consolidationId],
    history: [...plan.history, { at, ...who, action: 'consolidated', reason: consolidationId }],
    version: plan.version + 1,
  };
};

/** `submitted | consolidated → closed`: nothing of the plan can happen any more. Undefined where it is closed or withdrawn already. */
export const closeFinishedPlan = (plan: Plan, at: string): Plan | undefined =>
  plan.status === 'submitted' || plan.status === 'consolidated'
    ? {
        ...plan,
        status: 'closed',
        history: [...plan.history, { at, by: 'system', action: 'closed' }],
        version: plan.version + 1,
      }
    : undefined;
