import type { Plan, RequestRow } from '../../domain/plans/plan.ts';
import {
  indexCallOffs,
  indexServices,
  type PlanningRound,
  type RequestState,
  requestDisposition,
  visitsNamed,
} from '../../domain/plans/request-disposition.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';

type Needs = Pick<Ports, 'consolidations' | 'visits'>;
type Round = PlanningRound & { readonly settledAt: string };

const isDefined = <T>(value: T | undefined): value is T => value !== undefined;

/** What each published consolidation made of the plan, oldest first. */
const readRounds = async ({ consolidations }: Needs, plan: Plan): Promise<readonly Round[]> => {
  const rounds = plan.consolidations.map(async (consolidationId): Promise<Round | undefined> => {
    const consolidation = await consolidations.find({ district: plan.district }, consolidationId);
    if (!consolidation) return undefined;
    const [outcomes, returned] = await Promise.all([
      consolidations.outcomesOf(consolidation, plan.planId),
      consolidations.returned(consolidation),
    ]);
    const rejections = new Map(
      (consolidation.rejectedVisits ?? []).map(({ visitId, reason }) => [visitId, reason] as const),
    );
    const settledAt = consolidation.publishing?.at ?? consolidation.createdAt;
    return { outcomes, returned, rejections, settledAt };
  });
  return (await Promise.all(rounds)).filter(isDefined);
};

/** A run that was rejected longer ago than this many others have been started says nothing of use to anybody. */
const runsLookedAt = 50;

/** What the runs that legal review rejected as a whole would have made of an open plan: the newest runs alone are looked at. */
export const readRejectedRounds = async (
  { consolidations }: Pick<Ports, 'consolidations'>,
  plan: Plan,
): Promise<readonly Round[]> => {
  if (plan.status !== 'submitted' && plan.status !== 'consolidated') return [];
  const page = await consolidations.list({ district: plan.district }, { limit: runsLookedAt });
  if ('refused' in page) throw new Error('the list of consolidations refuses its first page');
  const rejected = page.items.filter(({ status, planIds }) => status === 'rejected' && planIds.includes(plan.planId));
  return Promise.all(
    rejected.map(async (run) => {
      const { comment = '', at: settledAt = run.createdAt } = run.reviews.at(-1) ?? {};
      return {
        outcomes: await consolidations.outcomesOf(run, plan.planId),
        returned: {},
        rejected: comment,
        settledAt,
      };
    }),
  );
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
  rejected: readonly Round[] = [],
): Promise<readonly { readonly row: RequestRow; readonly state: RequestState }[]> => {
  const published = rows.length === 0 ? [] : await readRounds(ports, plan);
  const rounds = [...published, ...rejected].toSorted((a, b) =>
    a.settledAt < b.settledAt ? -1 : Number(a.settledAt > b.settledAt),
  );
  const visits = await readVisits(ports, plan, rows, rounds);
  const [services, callOffs] = [indexServices(visits), indexCallOffs(visits)];
  return rows.map((row) => ({ row, state: requestDisposition(plan, row, rounds, services, callOffs) }));
};
