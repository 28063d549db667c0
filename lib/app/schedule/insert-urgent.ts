import type { Item } from '../../domain/catalogue/catalogue.ts';
import { localDate } from '../../domain/local-time.ts';
import type { Plan, RequestRow } from '../../domain/plans/plan.ts';
import { itemFaults, planRefusal, workingDaysLeft } from '../../domain/plans/plan-rules.ts';
import { targetsToRequests } from '../../domain/plans/targets-to-requests.ts';
import { authorityOf, scopeOf } from '../../domain/principal.ts';
import { type FieldError, isRefusal, type Refusal } from '../../domain/refusal.ts';
import { readCalendars } from '../catalogue/read-calendars.ts';
import { batchIdOf } from '../centre/build-rows.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { storeOrder } from './order-change.ts';

type Request = RequestOf<'insert-urgent'>;

/** The plan as it will stand: a planner's own department asks; a coordinator asks for every department whose items are named. */
const urgentPlan = (
  { body, principal, now }: Pick<Request, 'body' | 'principal' | 'now'>,
  catalogue: ReadonlyMap<string, Item>,
  planId: string,
  commandId: string,
): Plan => {
  const { businessId: _, reason, title = `紧急检查：${reason}`.slice(0, 100), option: __, ...named } = body;
  const owners = new Set(body.items.flatMap((itemId) => catalogue.get(itemId)?.department ?? []));
  const [department = '', ...partners] = principal.department === undefined ? owners : [principal.department];
  const at = now.toISOString();
  return {
    planId,
    ...named,
    title,
    district: principal.district,
    department,
    partners,
    orderedFromAbove: false,
    urgent: true,
    status: 'consolidated',
    requests: 0,
    satisfied: 0,
    remote: {},
    batches: [],
    consolidations: [],
    submittedBy: principal.subject,
    createdAt: at,
    submittedAt: at,
    history: [{ at, by: principal.subject, as: authorityOf(principal), action: 'inserted', reason, commandId }],
    version: 1,
  };
};

const remoteFaults = (items: readonly string[], catalogue: ReadonlyMap<string, Item>): readonly FieldError[] =>
  items.flatMap((itemId, n) => (catalogue.get(itemId)?.remote ? [{ path: `items[${n}]`, code: 'item-remote' }] : []));

/** The plan and rows of an urgent check, held to the rules of any plan. Reads catalogue, business and calendar. */
export const prepareUrgent = async (
  ports: Pick<Ports, 'items' | 'businesses' | 'calendars'>,
  request: Pick<Request, 'body' | 'principal' | 'now'>,
  planId: string,
  commandId: string,
): Promise<{ readonly plan: Plan; readonly batchId: string; readonly rows: readonly RequestRow[] } | Refusal> => {
  const { body, principal, now } = request;
  const scope = scopeOf(principal);
  const today = localDate(now);
  const [catalogue, business, calendars] = await Promise.all([
    ports.items.all(scope),
    ports.businesses.find(scope, body.businessId),
    readCalendars(ports, scope, body.window),
  ]);
  const plan = urgentPlan(request, catalogue, planId, commandId);
  const days = workingDaysLeft(calendars, body.window, today);
  const refusal = planRefusal([
    ...('code' in days ? [days] : []),
    ...(business ? [] : [{ path: 'businessId', code: 'business-unknown' }]),
    ...itemFaults(plan, catalogue),
    ...remoteFaults(body.items, catalogue),
  ]);
  if (refusal) return refusal;
  const { businessId, items, window } = body;
  const batchId = batchIdOf(planId);
  const rows = targetsToRequests(plan, batchId, [{ businessId, items, ...window }], catalogue, today, new Map());
  return { plan, batchId, rows };
};

/** Orders an urgent check: the order is stored with its plan. Plan and visit come about together, once a place is found, or not at all. */
export const insertUrgent = async (
  ports: Pick<Ports, 'items' | 'businesses' | 'calendars' | 'commands' | 'queues'>,
  request: Request,
): Promise<ViewOf<'insert-urgent'> | Refusal> => {
  const { body, principal, now, ids } = request;
  const [commandId, planId] = [ids.next(), ids.next()];
  if (await ports.commands.find(scopeOf(principal), commandId)) return { commandId, status: 'queued', planId };
  const prepared = await prepareUrgent(ports, request, planId, commandId);
  if (isRefusal(prepared)) return prepared;
  const { businessId, reason, option: choice } = body;
  const change = { kind: 'insert-urgent', ...prepared, businessId, reason, ...(choice && { choice }) } as const;
  return { ...(await storeOrder(ports, principal, commandId, change, now)), planId };
};
