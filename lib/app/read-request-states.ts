import type { Plan, RequestRow } from '../domain/plan.ts';
import {
  indexCallOffs,
  indexServices,
  type PlanningRound,
  type RequestState,
  requestDisposition,
  visitsNamed,
} from '../domain/request-disposition.ts';
import type { Visit } from '../domain/visit.ts';
import type { Ports } from './ports.ts';

type Needs = Pick<Ports, 'consolidations' | 'visits'>;

const isDefined = <T>(value: T | undefined): value is T => value !== undefined;

/** What each published consolidation made of the plan, oldest first. */
const readRounds = async ({ consolidations }: Needs, plan: Plan): Promise<readonly PlanningRound[]> => {
  const rounds = plan.consolidations.map(async (consolidationId): Promise<PlanningRound | undefined> => {
    const consolidation = await consolidations.find({ district: plan.district }, consolidationId);
    if (!consolidation) return undefined;
    const [outcomes, returned] = await Promise.all([
      consolidations.outcomesOf(consolidation, plan.planId),
      consolidations.returned(consolidation),
    ]);
    const rejections = new Map(
      (consolidation.rejectedVisits ?? []).map(({ visitId, reason }) => [visitId, reason] as const),
    );
    return { outcomes, returned, rejections };
  });
  return (await Promise.all(rounds)).filter(isDefined);
};

/** The visits that may serve the rows: those that consolidations name; an inserted plan's are found at its business. */
const readVisits = async (
  { visits }: Needs,
  plan: Plan,
  rows: readonly RequestRow[],
  rounds: readonly PlanningRound[],
): Promise<readonly Visit[]> => {
  const scope = { district: plan.district };
  if (plan.urgent) {
    const businessIds = [...new Set(rows.map(({ businessId }) => businessId))];
    return (await Promise.all(businessIds.map((businessId) => visits.ofBusiness(scope, businessId)))).flat();
  }
  const named = visitsNamed(rows, rounds);
  return named.length === 0 ? [] : [...(await visits.some(scope, named)).values()];
};

/**
 * What became of some rows of a plan that the caller may read: outcomes of its consolidations, then the visits they
 * name. Those are read for the whole district: whoever may see a request may know which visit answers it.
 */
export const readRequestStates = async (
  ports: Needs,
  plan: Plan,
  rows: readonly RequestRow[],
): Promise<readonly { readonly row: RequestRow; readonly state: RequestState }[]> => {
  const rounds = rows.length === 0 ? [] : await readRounds(ports, plan);
  const visits = await readVisits(ports, plan, rows, rounds);
  const [services, callOffs] = [indexServices(visits), indexCallOffs(visits)];
  return rows.map((row) => ({ row, state: requestDisposition(plan, row, rounds, services, callOffs) }));
};
