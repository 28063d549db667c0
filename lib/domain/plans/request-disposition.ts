import type { RequestOutcome, UnscheduledReason } from '../centre/consolidation.ts';
import { afterObjections, isObjected } from '../field/decide-objection.ts';
import type { Attendance, Check } from '../visits/checks.ts';
import { isOver, isStanding, type Visit } from '../visits/visit.ts';
import { requestsAnswered, requestsAsked } from '../visits/visit-requests.ts';
import type { Plan, RecognisedFrom, RequestDisposition, RequestRow } from './plan.ts';

/** What one consolidation that was published, or rejected as a whole, made of a plan's requests; which of them its publication sent back. */
export type PlanningRound = {
  readonly outcomes: ReadonlyMap<string, RequestOutcome>;
  readonly returned: Readonly<Record<string, UnscheduledReason>>;
  /** By visit that legal review took out, what it said. */
  readonly rejections?: ReadonlyMap<string, string>;
  /** What legal review said when it rejected the whole: nothing of it came about. */
  readonly rejected?: string;
};

export type RequestState = {
  readonly disposition: RequestDisposition;
  readonly visitId?: string;
  readonly day?: string;
  readonly recognisedFrom?: RecognisedFrom;
  readonly reason?: UnscheduledReason;
  /** What was said when its visit was called off, or when legal review took it out. */
  readonly said?: string;
};

type Service = {
  readonly visit: Visit;
  readonly attendance: Attendance;
  readonly check: Check;
  readonly itemId: string;
};
export type Services = ReadonlyMap<string, readonly Service[]>;
export type CallOff = Pick<RequestState, 'reason' | 'said'>;

/** By request, the checks of standing visits that answer it; one that was not checked in full waits for another visit. */
export const indexServices = (visits: Iterable<Visit>): Services => {
  const services = new Map<string, Service[]>();
  for (const visit of visits) {
    if (!isStanding(visit.status)) continue;
    const answered = requestsAnswered(visit);
    for (const attendance of visit.attending) {
      for (const check of attendance.checks) {
        for (const { requestId, itemId } of check.serves) {
          if (!answered.has(requestId)) continue;
          const found = services.get(requestId) ?? [];
          found.push({ visit, attendance, check, itemId });
          services.set(requestId, found);
        }
      }
    }
  }
  return services;
};

/** By request, the last visit of it that was called off, and why. */
export const indexCallOffs = (visits: Iterable<Visit>): ReadonlyMap<string, CallOff> => {
  const off = [...visits].flatMap((visit) => {
    const last = visit.history.findLast(({ action }) => action === 'cancelled' || action === 'vetoed');
    return last && !isStanding(visit.status) ? [{ visit, last }] : [];
  });
  const inOrder = off.toSorted((a, b) => (a.last.at < b.last.at ? -1 : 1));
  return new Map(
    inOrder.flatMap(({ visit, last }) => {
      const reason = visit.status === 'vetoed' ? ('vetoed' as const) : ('cancelled' as const);
      const callOff = { reason, ...(last.reason === undefined ? {} : { said: last.reason }) };
      return [...requestsAsked(visit).keys()].map((requestId) => [requestId, callOff] as const);
    }),
  );
};

/** The visits to read before the rows of a page can be told apart. */
export const visitsNamed = (rows: readonly RequestRow[], rounds: readonly PlanningRound[]): readonly string[] => [
  ...new Set(
    rounds.flatMap((round) =>
      round.rejected !== undefined
        ? []
        : rows.flatMap((row) => {
            const outcome = round.outcomes.get(row.requestId);
            return outcome && 'visitId' in outcome ? [outcome.visitId] : [];
          }),
    ),
  ),
];

const servedState = (row: RequestRow, services: readonly Service[]): RequestState | undefined => {
  const visit = services.at(-1)?.visit;
  if (!visit) return undefined;
  const { visitId, day } = visit;
  const inOrder = row.items.flatMap((itemId) =>
    services.filter((service) => service.visit === visit && service.itemId === itemId),
  );
  const foreign = inOrder.find((service) => service.attendance.department !== row.department);
  return {
    disposition: isOver(visit.status) ? 'done' : 'scheduled',
    visitId,
    day,
    ...(foreign && {
      recognisedFrom: { department: foreign.attendance.department, itemId: foreign.check.itemId, visitId, on: day },
    }),
  };
};

const satisfied = (evidence: readonly RecognisedFrom[]): RequestState => ({
  disposition: 'satisfied',
  ...(evidence[0] && { recognisedFrom: evidence[0] }),
});

/** A rejected proposal matters to the requests that it would have placed: they alone lost something by it. */
const looksAt = ({ requestId }: RequestRow, { outcomes, returned, rejected }: PlanningRound): boolean => {
  const outcome = outcomes.get(requestId);
  if (rejected !== undefined) return outcome !== undefined && 'visitId' in outcome;
  return outcome !== undefined || requestId in returned;
};

type Objected = Pick<Plan, 'objections'>;

/** What the newest round that looked at the request says, short of a visit. */
const plannedState = (plan: Objected, row: RequestRow, rounds: readonly PlanningRound[]): RequestState | undefined => {
  const round = rounds.findLast((one) => looksAt(row, one));
  if (round?.rejected !== undefined) {
    return { disposition: 'waiting', reason: 'proposal-rejected', said: round.rejected };
  }
  const returned = round?.returned[row.requestId];
  const outcome = round?.outcomes.get(row.requestId);
  if (returned !== undefined) {
    const said = outcome && 'visitId' in outcome ? round?.rejections?.get(outcome.visitId) : undefined;
    return { disposition: 'unscheduled', reason: returned, ...(said === undefined ? {} : { said }) };
  }
  if (!outcome || 'visitId' in outcome) return undefined;
  if ('reason' in outcome) return { disposition: 'unscheduled', reason: outcome.reason };
  return isObjected(plan, row, outcome.recognisedFrom) ? undefined : satisfied(outcome.recognisedFrom);
};

/**
 * What became of a request. Visits are the truth: one that stands and serves it settles the matter, whatever a
 * consolidation said since; one that was called off leaves it waiting, with the reason. A request left out keeps its reason until a later
 * round (`rounds`: oldest first) schedules it.
 */
export const requestDisposition = (
  plan: Pick<Plan, 'status'> & Objected,
  asked: RequestRow,
  rounds: readonly PlanningRound[],
  services: Services,
  callOffs: ReadonlyMap<string, CallOff> = new Map(),
): RequestState => {
  const row = afterObjections(plan, asked);
  if (row.satisfied) return satisfied(row.satisfied);
  const served = servedState(row, services.get(row.requestId) ?? []);
  if (served) return served;
  const planned = plannedState(plan, row, rounds);
  if (planned?.disposition === 'satisfied') return planned;
  if (plan.status === 'withdrawn') return { disposition: 'withdrawn', reason: 'withdrawn' };
  if (row.remote) return { disposition: 'remote' };
  return planned ?? { disposition: 'waiting', ...callOffs.get(row.requestId) };
};
