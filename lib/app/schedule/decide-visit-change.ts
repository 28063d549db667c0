import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { callOff, isAppliedToVisit, type VisitOrder } from '../../domain/schedule/call-off.ts';
import type { DayClaims } from '../../domain/schedule/day-claims.ts';
import { reschedule } from '../../domain/schedule/reschedule.ts';
import type { CommandOutcome, ScheduleChange, ScheduleCommand } from '../../domain/schedule/schedule-command.ts';
import { nominateLead } from '../../domain/visits/nominate-lead.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import { readMoveSight } from './move-sight.ts';

type Needs = Parameters<typeof readMoveSight>[0];
/** What the days were claimed for when the decision was made; none where it takes no day. */
type Claims = ReadonlyMap<string, DayClaims>;
type Changed = { readonly visit: Visit; readonly claims: Claims };
export type VisitChange = Exclude<ScheduleChange, { kind: 'insert-urgent' | 'repair-absence' }>;

/** What a command comes to: a visit to write, or one that shows its effect already; else the refusal, with the ways that were looked at. */
export type Decided =
  | { readonly stands: Visit; readonly outcome: CommandOutcome }
  | {
      readonly write: 'create' | 'change';
      readonly visit: Visit;
      readonly outcome: CommandOutcome;
      readonly claims: Claims;
    }
  | { readonly refusal: Refusal; readonly outcome?: CommandOutcome };

/** The visit as a move, a cancellation or a veto would leave it; the refusal where something stands against it. */
export const changeVisit = async (
  ports: Needs,
  visit: Visit,
  change: VisitChange,
  order: Omit<VisitOrder, 'reason'>,
  now: Date,
): Promise<Changed | Refusal> => {
  const written = (next: Visit | Refusal, claims: Claims): Changed | Refusal =>
    isRefusal(next) ? next : { visit: next, claims };
  if (change.kind === 'nominate-lead') {
    const claims = await ports.visits.dayClaims({ district: visit.district }, [visit.day]);
    return written(nominateLead(visit, change.department, { ...order, reason: change.reason }), claims);
  }
  if (change.kind !== 'reschedule-visit') {
    return written(callOff(visit, change.kind, { ...order, reason: change.reason }), new Map());
  }
  const { day, start } = visit;
  if (change.from && (change.from.day !== day || change.from.start !== start)) {
    return refuse('change-refused', { path: 'day', code: 'moved-meanwhile', values: { day, start } });
  }
  const sight = await readMoveSight(ports, visit, change.day, now, order.commandId);
  const { starts } = sight.settings.slots;
  const slot = starts.indexOf(change.start);
  return slot < 0
    ? refuse('change-refused', { path: 'start', code: 'start-unknown', values: { starts: starts.join(', ') } })
    : written(reschedule(visit, { ...order, ...change, slot }, sight), sight.claims);
};

/** Decides a move, a cancellation, a veto or a nomination against what stands now. */
export const decideVisitChange = async (
  ports: Needs,
  { district, commandId, sentBy, sentAs }: ScheduleCommand,
  change: VisitChange,
  now: Date,
): Promise<Decided> => {
  const { visitId } = change;
  const visit = await ports.visits.find({ district }, visitId);
  if (!visit) return { refusal: refuse('not-found', { path: 'visitId', code: 'not-found' }) };
  const outcome = { visitId };
  if (isAppliedToVisit(visit, commandId)) return { stands: visit, outcome };
  const order = { at: now.toISOString(), by: sentBy, ...(sentAs && { as: sentAs }), commandId };
  const next = await changeVisit(ports, visit, change, order, now);
  return isRefusal(next) ? { refusal: next } : { write: 'change', ...next, outcome };
};
