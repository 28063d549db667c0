import { planVisits } from '../../../../lib/planner/plan-visits.ts';
import type { Contender } from './contender.ts';

export const thisPlanner: Contender = async (instance, { seconds, seed }, onProgress) => {
  const { plan } = await planVisits(instance, {
    seed,
    timeLimitMs: 1000 * seconds,
    now: () => performance.now(),
    explain: false,
    onProgress: ({ cost, bound }) => onProgress(cost, bound),
  });
  return { plan, bound: plan.bound };
};
