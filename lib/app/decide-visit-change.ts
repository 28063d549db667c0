import { callOff, isAppliedToVisit } from '../domain/call-off.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { reschedule } from '../domain/reschedule.ts';
import type { CommandOutcome, ScheduleChange, ScheduleCommand } from '../domain/schedule-command.ts';
import type { Visit } from '../domain/visit.ts';
import { readMoveSight } from './move-sight.ts';

type Needs = Parameters<typeof readMoveSight>[0];
type VisitChange = Exclude<ScheduleChange, { kind: 'insert-urgent' }>;

/** What a command comes to: a visit to write, or one that shows its effect already; else the refusal, with the ways that were looked at. */
export type Decided =
  | { readonly stands: Visit; readonly outcome: CommandOutcome }
  | { readonly write: 'create' | 'change'; readonly visit: Visit; readonly outcome: CommandOutcome }
  | { readonly refusal: Refusal; readonly outcome?: CommandOutcome };

const changed = async (
  ports: Needs,
  visit: Visit,
  change: VisitChange,
  order: { readonly at: string; readonly by: string; readonly commandId: string },
  now: Date,
): Promise<Visit | Refusal> => {
  if (change.kind !== 'reschedule-visit') return callOff(visit, change.kind, { ...order, reason: change.reason });
  const sight = await readMoveSight(ports, visit, change.day, now);
  const { starts } = sight.settings.slots;
  const slot = starts.indexOf(change.start);
  return slot < 0
    ? refuse('change-refused', { path: 'start', code: 'start-unknown', values: { starts: starts.join(', ') } })
    : reschedule(visit, { ...order, ...change, slot }, sight);
};

/** Decides a move, a cancellation or a veto against what stands now. */
export const decideVisitChange = async (
  ports: Needs,
  { district, commandId, sentBy }: ScheduleCommand,
  change: VisitChange,
  now: Date,
): Promise<Decided> => {
  const { visitId } = change;
  const visit = await ports.visits.find({ district }, visitId);
  if (!visit) return { refusal: refuse('not-found', { path: 'visitId', code: 'not-found' }) };
  const outcome = { visitId };
  if (isAppliedToVisit(visit, commandId)) return { stands: visit, outcome };
  const next = await changed(ports, visit, change, { at: now.toISOString(), by: sentBy, commandId }, now);
  return 'refused' in next ? { refusal: next } : { write: 'change', visit: next, outcome };
};
