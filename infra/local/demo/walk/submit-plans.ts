import { operations } from '../../../../lib/contract/operations.ts';
import type { ApiClient } from '../api-client.ts';
import type { DepartmentPlan } from '../published-rows-to-plans.ts';

export type SubmittedPlans = { readonly plans: number; readonly requests: number; readonly departments: number };

/** Submits each plan as the planner of its department, one after another as they would come in. */
export const submitPlans = async (api: ApiClient, plans: readonly DepartmentPlan[]): Promise<SubmittedPlans> => {
  let requests = 0;
  for (const { department, body } of plans) {
    const planner = await api.as({ role: 'planner', department });
    requests += (await planner.call(operations['submit-plan'], { body })).requests;
  }
  return { plans: plans.length, requests, departments: new Set(plans.map(({ department }) => department)).size };
};
