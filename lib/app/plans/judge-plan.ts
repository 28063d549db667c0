import type { Calendar } from '../../domain/catalogue/calendar.ts';
import type { Item } from '../../domain/catalogue/catalogue.ts';
import { localDate } from '../../domain/local-time.ts';
import type { Plan, RequestRow } from '../../domain/plans/plan.ts';
import { itemFaults, planLimits, planRefusal, workingDaysLeft } from '../../domain/plans/plan-rules.ts';
import { resolveTarget, targetFaults } from '../../domain/plans/target-rules.ts';
import { scopeOf } from '../../domain/principal.ts';
import { type FieldError, type Refusal, refuse } from '../../domain/refusal.ts';
import { readCalendars } from '../catalogue/read-calendars.ts';
import { batchIdOf, buildRows } from '../centre/build-rows.ts';
import { type Subjects, subjectsOfPlan } from '../draws/choose-subjects.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf } from '../request.ts';

export type JudgePorts = Pick<Ports, 'items' | 'businesses' | 'draws' | 'calendars' | 'results'>;
type Request = Pick<RequestOf<'submit-plan'>, 'body' | 'principal' | 'now'>;

/** Who a plan is of, and the names that it and what it draws would get. */
export type PlanOf = {
  readonly department: string;
  readonly planId: string;
  readonly freshSeed: string;
  /** The department that is to lead the visits where the plan is one share of several. */
  readonly lead?: string | undefined;
};

/** A plan that no rule is against: its header, before any of its rows count, and the rows. */
export type JudgedPlan = {
  readonly header: Plan;
  readonly rows: readonly RequestRow[];
  readonly businesses: Subjects['businesses'];
};

/** The header before any of its rows count. */
const blankPlan = ({ body, principal, now }: Request, { department, planId, lead }: PlanOf): Plan => {
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

/**
 * Reads catalogue, calendars and subjects, holds the plan against every rule, and builds its rows, satisfied where known
 * results allow. Writes nothing.
 */
export const judgePlan = async (ports: JudgePorts, request: Request, of: PlanOf): Promise<JudgedPlan | Refusal> => {
  const { body, principal, now } = request;
  const scope = scopeOf(principal);
  const today = localDate(now);
  const [catalogue, calendars, subjects] = await Promise.all([
    ports.items.all(scope),
    readCalendars(ports, scope, body.window),
    subjectsOfPlan(ports, scope, body, of.freshSeed),
  ]);
  const blank = blankPlan(request, of);
  const refusal = planRefusal(faultsOf(blank, subjects, catalogue, calendars, today));
  if (refusal) return refusal;

  const targets = subjects.targets.map((target) => resolveTarget(target, blank));
  const rows = await buildRows(ports, scope, blank, batchIdOf(of.planId), targets, catalogue, today);
  if (rows.length > planLimits.requests) {
    const path = subjects.draw ? 'draw' : 'businesses';
    return refuse('plan-refused', { path, code: 'too-many-requests', values: { most: planLimits.requests } });
  }
  const header = subjects.draw ? { ...blank, draw: subjects.draw } : blank;
  return { header, rows, businesses: subjects.businesses };
};
