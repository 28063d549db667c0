import type { Item } from '../../domain/catalogue/catalogue.ts';
import type { Plan, RequestRow } from '../../domain/plans/plan.ts';
import type { Target } from '../../domain/plans/target-rules.ts';
import { targetsToRequests } from '../../domain/plans/targets-to-requests.ts';
import type { Scope } from '../../domain/principal.ts';
import type { Ports } from '../ports.ts';

/** Names one write of rows within its plan: the random end of the command's time-ordered id, so that a retry repeats it. */
export const batchIdOf = (commandId: string): string => commandId.replaceAll('-', '').slice(-12);

/** The rows of a batch, with the results known today looked up; a case plan is looked into whatever is known. */
export const buildRows = async (
  { results }: Pick<Ports, 'results'>,
  scope: Scope,
  plan: Pick<Plan, 'planId' | 'type'>,
  batchId: string,
  targets: readonly Target[],
  catalogue: ReadonlyMap<string, Item>,
  today: string,
): Promise<readonly RequestRow[]> => {
  const businessIds = targets.map(({ businessId }) => businessId);
  const known = plan.type === 'case' ? new Map() : await results.ofBusinesses(scope, businessIds);
  return targetsToRequests(plan, batchId, targets, catalogue, today, known);
};
