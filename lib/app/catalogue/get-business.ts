import type { Plan } from '../../domain/plans/plan.ts';
import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import { readRequestStates } from '../plans/read-request-states.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';

type BusinessView = ViewOf<'get-business'>;

const visitView = (visit: Visit): BusinessView['visits'][number] => {
  const { visitId, day, start, mode, status, attending } = visit;
  const served = attending.flatMap(({ checks }) => checks.flatMap(({ serves }) => serves));
  const departments = [...new Set([...attending, ...served].map(({ department }) => department))];
  return { visitId, day, start, mode, status, departments };
};

/** The plan's requests at the business that still wait for a visit. */
const openRequestsOf = async (
  ports: Pick<Ports, 'plans' | 'consolidations' | 'visits'>,
  plan: Plan,
  businessId: string,
): Promise<BusinessView['openRequests']> => {
  const states = await readRequestStates(ports, plan, await ports.plans.rowsOfBusiness(plan, businessId));
  return states
    .filter(({ state }) => state.disposition === 'waiting' || state.disposition === 'unscheduled')
    .map(({ row }) => {
      const { requestId, department, items, notBefore, due } = row;
      return { requestId, planId: plan.planId, department, items, notBefore, due };
    });
};

/** A business with what its reader may see of its visits, by day, and of the requests that open plans still have there. */
export const getBusiness = async (
  ports: Pick<Ports, 'businesses' | 'visits' | 'plans' | 'consolidations'>,
  { params, principal }: RequestOf<'get-business'>,
): Promise<BusinessView | Refusal> => {
  const scope = scopeOf(principal);
  const { businessId } = params;
  const business = await ports.businesses.find(scope, businessId);
  if (!business) return refuse('not-found');
  const [visits, plans] = await Promise.all([ports.visits.ofBusiness(scope, businessId), ports.plans.open(scope)]);
  const open = await Promise.all(plans.map((plan) => openRequestsOf(ports, plan, businessId)));
  return {
    ...business,
    visits: visits.map(visitView).sort((a, b) => (`${a.day} ${a.start}` < `${b.day} ${b.start}` ? -1 : 1)),
    openRequests: open.flat(),
  };
};
