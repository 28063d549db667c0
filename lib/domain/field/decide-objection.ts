import type { HistoryEntry, Plan, RecognisedFrom, RequestRow } from '../plans/plan.ts';
import type { Visit } from '../visits/visit.ts';
import type { EvidenceUse, Objection, UsedEvidence } from './objection.ts';

/** The visits whose results a request's department objected to. */
export const objectedVisits = (
  { objections = [] }: Pick<Plan, 'objections'>,
  { requestId }: Pick<RequestRow, 'requestId'>,
): ReadonlySet<string> =>
  new Set(objections.flatMap((objection) => (objection.requestId === requestId ? [objection.visitId] : [])));

/** A row as it counts after objections: no longer satisfied where any of its evidence was objected to. */
export const afterObjections = (plan: Pick<Plan, 'objections'>, row: RequestRow): RequestRow => {
  const objected = objectedVisits(plan, row);
  if (!row.satisfied?.some(({ visitId }) => objected.has(visitId))) return row;
  const { satisfied: _, ...open } = row;
  return open;
};

export const isObjected = (
  plan: Pick<Plan, 'objections'>,
  row: Pick<RequestRow, 'requestId'>,
  evidence: readonly RecognisedFrom[],
): boolean => {
  const objected = objectedVisits(plan, row);
  return evidence.some(({ visitId }) => objected.has(visitId));
};

const same = (one: Objection, other: Objection): boolean =>
  one.requestId === other.requestId && one.visitId === other.visitId;

const entryOf = ({ at, by, department, itemId, reason }: Objection): HistoryEntry => ({
  at,
  by,
  action: 'recognition-objected',
  reason: `${department} ${itemId}: ${reason}`,
});

/** The plan with the objection on record, open to be planned again; undefined where it stands there. */
export const objectInPlan = (plan: Plan, objection: Objection): Plan | undefined => {
  const { objections = [] } = plan;
  if (objections.some((one) => same(one, objection))) return undefined;
  return {
    ...plan,
    objections: [...objections, objection],
    ...(plan.status === 'closed' ? { status: 'consolidated' } : {}),
    history: [...plan.history, entryOf(objection)],
    version: plan.version + 1,
  };
};

/** The visit whose result it was, with the objection on its record; undefined where it stands there. */
export const objectInVisit = (visit: Visit, objection: Objection): Visit | undefined => {
  const { objections = [] } = visit;
  if (objections.some((one) => same(one, objection))) return undefined;
  return {
    ...visit,
    objections: [...objections, objection],
    history: [...visit.history, entryOf(objection)],
    version: visit.version + 1,
  };
};

/** The visit with a department's first look at its evidence on record; undefined where it stands there. */
export const noteUse = (visit: Visit, use: EvidenceUse): Visit | undefined => {
  const { uses = [] } = visit;
  if (uses.some(({ requestId }) => requestId === use.requestId)) return undefined;
  const { at, by, department, requestId } = use;
  return {
    ...visit,
    uses: [...uses, use],
    history: [...visit.history, { at, by, action: 'evidence-used', reason: `${department} ${requestId}` }],
    version: visit.version + 1,
  };
};

/** The plan with whose evidence its department used for a request on record; undefined where it stands there. */
export const noteUseInPlan = (plan: Plan, use: UsedEvidence): Plan | undefined => {
  const { uses = [] } = plan;
  if (uses.some(({ requestId, visitId }) => requestId === use.requestId && visitId === use.visitId)) return undefined;
  const { at, by, requestId, visitId, itemId } = use;
  return {
    ...plan,
    uses: [...uses, use],
    history: [...plan.history, { at, by, action: 'used-evidence', reason: `${requestId} ${visitId} ${itemId}` }],
    version: plan.version + 1,
  };
};
