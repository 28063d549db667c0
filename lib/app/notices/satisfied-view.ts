import type { Plan, RequestRow } from '../../domain/plans/plan.ts';
import type { Ports } from '../ports.ts';
import type { ViewOf } from '../request.ts';

const mostShown = 500;

/** The first 500 requests that earlier results satisfy, each with whose evidence it was. */
export const satisfiedView = (rows: readonly RequestRow[]): ViewOf<'submit-plan'>['satisfied'] =>
  rows
    .flatMap(({ requestId, satisfied }) => (satisfied ? [{ requestId, byResult: satisfied }] : []))
    .slice(0, mostShown);

/** The same for a batch written before: what a command that is repeated answers again. */
export const storedSatisfiedView = async (
  { plans }: Pick<Ports, 'plans'>,
  plan: Plan,
  batchId: string,
): Promise<ViewOf<'submit-plan'>['satisfied']> => {
  if (plan.satisfied === 0) return [];
  const found: RequestRow[] = [];
  for await (const rows of plans.pages(plan)) {
    found.push(...rows.filter((row) => row.satisfied && row.requestId.startsWith(`${plan.planId}-${batchId}-`)));
    if (found.length >= mostShown) break;
  }
  return satisfiedView(found);
};
