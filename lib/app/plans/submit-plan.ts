import type { Calendar } from '../../domain/catalogue/calendar.ts';
import type { Item } from '../../domain/catalogue/catalogue.ts';
import { localDate } from '../../domain/local-time.ts';
import type { Plan } from '../../domain/plans/plan.ts';
import { itemFaults, planLimits, planRefusal, workingDaysLeft } from '../../domain/plans/plan-rules.ts';
import { countBatch } from '../../domain/plans/plan-transitions.ts';
import { resolveTarget, targetFaults } from '../../domain/plans/target-rules.ts';
import { remoteByStreet } from '../../domain/plans/targets-to-requests.ts';
import { scopeOf } from '../../domain/principal.ts';
import { type FieldError, type Refusal, refuse } from '../../domain/refusal.ts';
import { readCalendars } from '../catalogue/read-calendars.ts';
import { batchIdOf, buildRows } from '../centre/build-rows.ts';
import { type Subjects, subjectsOfPlan } from '../draws/choose-subjects.ts';
import { satisfiedView, storedSatisfiedView } from '../notices/satisfied-view.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';

export type SubmitPorts = Pick<Ports, 'items' | 'businesses' | 'draws' | 'calendars' | 'results' | 'plans'>;
type Request = RequestOf<'submit-plan'>;

/** The header before any of its rows count. */
const blankPlan = (
  { body, principal, now }: Request,
  department: string,
  planId: string,
  lead: string | undefined,
): Plan => {
  const { businesses: _, draw: __, drawId: ___, draft, ...named } = body;
  const at = now.toISOString();
  const entry = { at, by: principal.subject, action: draft ? 'drafted' : 'submitted', commandId: planId };
  return {
    planId,
    ...named,
    district: principal.district,
    department,
    partners: [...new Set(body.partners)].filter((partner) => partner !== department),
    status: draft ? 'draft' : 'submitted',
    requests: 0,
    satisfied: 0,
    remote: {},
    batches: [],
    consolidations: [],
    submittedBy: principal.subject,
    createdAt: at,
    ...(draft ? {} : { submittedAt: at }),
    ...(lead === undefined ? {} : { lead }),
    history: [entry],
    version: 1,
  };
};

/** Everything that a rule has against the plan, in one list. */
const faultsOf = (
  plan: Plan,
  subjects: Subjects,
  catalogue: ReadonlyMap<string, Item>,
  calendars: ReadonlyMap<number, Calendar>,
  today: string,
): readonly FieldError[] => {
  const days = workingDaysLeft(calendars, plan.window, today);
  const daysLeft = 'code' in days ? [] : days;
  return [
    ...(subjects.faults ?? []),
    ...('code' in days ? [days] : []),
    ...itemFaults(plan, catalogue),
    ...(subjects.draw?.drawn === 0 ? [{ path: 'draw.industry', code: 'draw-empty' }] : []),
    ...(subjects.draw ? [] : targetFaults(subjects.targets, plan, subjects.businesses, daysLeft, today)),
  ];
};

const submitted = (plan: Plan, satisfied: ViewOf<'submit-plan'>['satisfied']): ViewOf<'submit-plan'> => ({
  planId: plan.planId,
  status: plan.status,
  requests: plan.requests,
  ...(plan.draw && { draw: plan.draw }),
  satisfied,
  satisfiedCount: plan.satisfied,
  remote: Object.values(plan.remote).reduce((sum, count) => sum + count, 0),
  version: plan.version,
});

/**
 * Takes a department's plan: answer again if this command was stored before; read catalogue, calendars and subjects;
 * check every rule; build the rows, satisfied where known results allow; write rows, then the header that counts them.
 * `lead` is the department that is to lead the visits where the plan is one share of several.
 */
export const submitPlan = async (
  ports: SubmitPorts,
  request: Request,
  lead?: string,
): Promise<ViewOf<'submit-plan'> | Refusal> => {
  const { body, principal, now, ids } = request;
  if (principal.department === undefined) return refuse('forbidden', { path: 'claims.department', code: 'claim' });
  const scope = scopeOf(principal);
  const today = localDate(now);
  const planId = ids.next();
  const batchId = batchIdOf(planId);
  const again = async (standing: Plan) => submitted(standing, await storedSatisfiedView(ports, standing, batchId));
  const standing = await ports.plans.find(scope, planId);
  if (standing) return again(standing);

  const [catalogue, calendars, subjects] = await Promise.all([
    ports.items.all(scope),
    readCalendars(ports, scope, body.window),
    subjectsOfPlan(ports, scope, body, ids.next()),
  ]);
  const blank = blankPlan(request, principal.department, planId, lead);
  const refusal = planRefusal(faultsOf(blank, subjects, catalogue, calendars, today));
  if (refusal) return refusal;

  const targets = subjects.targets.map((target) => resolveTarget(target, blank));
  const rows = await buildRows(ports, scope, blank, batchId, targets, catalogue, today);
  if (rows.length > planLimits.requests) {
    const path = subjects.draw ? 'draw' : 'businesses';
    return refuse('plan-refused', { path, code: 'too-many-requests', values: { most: planLimits.requests } });
  }

  const drawn = subjects.draw ? { ...blank, draw: subjects.draw } : blank;
  const plan =
    rows.length === 0
      ? drawn
      : countBatch(
          drawn,
          await ports.plans.writeBatch(scope, planId, batchId, rows),
          rows,
          remoteByStreet(rows, subjects.businesses),
        );
  if ((await ports.plans.create(plan)) === 'stored') return submitted(plan, satisfiedView(rows));
  const first = await ports.plans.find(scope, planId);
  if (!first) throw new Error(`plan ${planId} stands but cannot be read`);
  return again(first);
};
