import type { InsertionOption } from '../../domain/schedule/schedule-command.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import type { InsertionState } from './insertion-state.ts';
import { joinVisit } from './join-visit.ts';
import { newVisit, type Origin } from './new-visit.ts';
import type { Insertion, UrgentWork } from './rank-insertions.ts';

const mostBlocked = 20;
const alternatives = 2;

export const toOption = ({ kind, visitId, day, start, price, flags, blockedBy }: Insertion): InsertionOption => ({
  kind,
  ...(visitId === undefined ? {} : { visitId }),
  day,
  ...(start === undefined ? {} : { start }),
  price,
  flags,
  ...(blockedBy && { blockedBy }),
});

const isSame = (one: Insertion, other: Insertion): boolean =>
  one.kind === other.kind && one.day === other.day && one.visitId === other.visitId;

/** What was chosen, what was cheaper or blocked before it, and the next open ways after it. */
export const optionsShown = (
  ranked: readonly Insertion[],
  chosen: Insertion | undefined,
): readonly InsertionOption[] => {
  const at = chosen ? ranked.findIndex((way) => isSame(way, chosen)) : ranked.length;
  const next = ranked.slice(at + 1).filter(({ staffed }) => staffed !== undefined);
  return [
    ...ranked.slice(0, Math.min(at, mostBlocked)),
    ...(chosen ? [chosen] : []),
    ...next.slice(0, alternatives),
  ].map(toOption);
};

/** The visit as an open way makes it: the one that was joined, or a new one. Undefined for a blocked way. */
export const insertionToVisit = (
  { target, staffed, day, slot, flags, visitId = '' }: Insertion,
  { requests, mode }: UrgentWork,
  state: InsertionState,
  { entry, ...origin }: Omit<Origin, 'entry'> & { readonly entry: Omit<Origin['entry'], 'action'> },
): Visit | undefined => {
  if (!staffed) return undefined;
  const isShort = flags.includes('inside-notice-period') && entry.reason !== undefined;
  const short = isShort ? { consent: false, reason: entry.reason } : undefined;
  if (target) return joinVisit(target, requests, staffed, state, { ...entry, action: 'urgent-joined' }, short);
  const { businessId } = state.business;
  const first = { ...entry, action: 'urgent-inserted' };
  return newVisit({ visitId, businessId, day, slot, requests, mode }, requests, staffed, state, {
    ...origin,
    entry: first,
  });
};
