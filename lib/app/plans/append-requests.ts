import { localDate } from '../../domain/local-time.ts';
import type { Plan, RequestRow } from '../../domain/plans/plan.ts';
import { planLimits, planRefusal, workingDaysLeft } from '../../domain/plans/plan-rules.ts';
import { appendToPlan, whileDraft } from '../../domain/plans/plan-transitions.ts';
import { resolveTarget, targetFaults } from '../../domain/plans/target-rules.ts';
import { remoteByStreet } from '../../domain/plans/targets-to-requests.ts';
import { scopeOf } from '../../domain/principal.ts';
import type { FieldError, Refusal } from '../../domain/refusal.ts';
import { readCalendars } from '../catalogue/read-calendars.ts';
import { batchIdOf, buildRows } from '../centre/build-rows.ts';
import { chooseSubjects, type Subjects } from '../draws/choose-subjects.ts';
import { storedSatisfiedView } from '../notices/satisfied-view.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeOwnPlan } from './change-own-plan.ts';

type Needs = Pick<Ports, 'items' | 'businesses' | 'calendars' | 'results' | 'plans'>;
type Request = RequestOf<'append-requests'>;

/** Named businesses that earlier batches hold already: one request for each department and business. */
const repeatedFaults = async (
  { plans }: Pick<Ports, 'plans'>,
  plan: Plan,
  { targets }: Subjects,
): Promise<readonly FieldError[]> => {
  const held = new Set<string>();
  for await (const rows of plans.pages(plan)) for (const { businessId } of rows) held.add(businessId);
  return targets.flatMap(({ businessId }, index) =>
    held.has(businessId) ? [{ path: `businesses[${index}].businessId`, code: 'business-in-plan' }] : [],
  );
};

/** What the draft itself has against any more requests: it was drawn, was written in too many pieces, or is full. */
const draftFaults = (plan: Plan, rows: readonly RequestRow[]): readonly FieldError[] => {
  const path = 'businesses';
  if (plan.draw) return [{ path, code: 'targets-one-way' }];
  if (plan.batches.length >= planLimits.batches) {
    return [{ path, code: 'too-many-batches', values: { most: planLimits.batches } }];
  }
  const full = plan.requests + rows.length > planLimits.requests;
  return full ? [{ path, code: 'too-many-requests', values: { most: planLimits.requests } }] : [];
};

/** Reads what the batch needs and checks its rules; answers its rows and the businesses they are about. */
const decideRows = async (ports: Needs, { body, principal, now }: Request, plan: Plan, batchId: string) => {
  const scope = scopeOf(principal);
  const today = localDate(now);
  const [catalogue, calendars, subjects] = await Promise.all([
    ports.items.all(scope),
    readCalendars(ports, scope, plan.window),
    chooseSubjects(ports, scope, body, ''),
  ]);
  const days = workingDaysLeft(calendars, plan.window, today);
  const daysLeft = 'code' in days ? [] : days;
  const targets = subjects.targets.map((target) => resolveTarget(target, plan));
  const rows = await buildRows(ports, scope, plan, batchId, targets, catalogue, today);
  const refusal = planRefusal([
    ...('code' in days ? [days] : []),
    ...targetFaults(subjects.targets, plan, subjects.businesses, daysLeft, today),
    ...(await repeatedFaults(ports, plan, subjects)),
    ...draftFaults(plan, rows),
  ]);
  return refusal ?? { rows, remote: remoteByStreet(rows, subjects.businesses) };
};

/**
 * Adds named businesses to a draft: check the state and every rule that submitting checks, write the rows as a batch of
 * their own, then the header that counts them. Two appends at once both count, unless together they are too many.
 */
export const appendRequests = async (ports: Needs, request: Request): Promise<ViewOf<'append-requests'> | Refusal> => {
  const commandId = request.ids.next();
  const batchId = batchIdOf(commandId);
  const plan = await changeOwnPlan(ports, request, commandId, async (draft, stamp) => {
    const submitted = whileDraft(draft);
    if (submitted) return submitted;
    const decided = await decideRows(ports, request, draft, batchId);
    if ('refused' in decided) return decided;
    const batch = await ports.plans.writeBatch(scopeOf(request.principal), draft.planId, batchId, decided.rows);
    return appendToPlan(draft, batch, decided.rows, decided.remote, stamp);
  });
  if ('refused' in plan) return plan;
  return {
    planId: plan.planId,
    status: plan.status,
    appended: plan.batches.find((batch) => batch.batchId === batchId)?.rows ?? 0,
    requests: plan.requests,
    satisfied: await storedSatisfiedView(ports, plan, batchId),
    version: plan.version,
  };
};
