import { availableParallelism } from 'node:os';
import type { Instance } from '../planner/instance.ts';
import { planVisits } from '../planner/plan-visits.ts';
import type { PlanningOptions, PlanningOutcome } from '../planner/planning-options.ts';
import { startPassThreads } from './start-pass-threads.ts';

/** More requests than one core prices within a few milliseconds; below, handing work over would cost more than it saves. */
const worthThreads = 5000;
/** Cores beyond these have too little to do between two steps of the prices. */
const mostCores = 8;

/** Plans like `planVisits`, with as many cores as there are and the instance deserves. */
export const planOnCores = async (
  instance: Instance,
  options: PlanningOptions = {},
  cores = availableParallelism(),
): Promise<PlanningOutcome> => {
  if (cores < 2 || instance.requests.length < worthThreads) return planVisits(instance, options);
  const threads = startPassThreads(Math.min(cores, mostCores) - 1);
  try {
    return await planVisits(instance, { ...options, threads });
  } finally {
    await threads.close();
  }
};
