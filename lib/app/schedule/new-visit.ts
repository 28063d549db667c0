import type { HistoryEntry, Mode } from '../../domain/plans/plan.ts';
import { endOf, leadOf, nextNumberInYear } from '../../domain/schedule/visit-schedule.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import type { Placed, Staffed } from '../staff-now.ts';
import type { VisitRequest } from '../visits/staff-visit.ts';
import type { ScheduleState } from './schedule-state.ts';
import { citedPlans, toAttending } from './staffed-attendance.ts';

/** By whose order a visit comes about: its first entry, its code, and the run where one proposed it. */
export type Origin = {
  readonly district: string;
  readonly consolidationId?: string;
  readonly code: string;
  readonly entry: HistoryEntry;
};

/** A visit at its place: everything that its notice says is frozen here, and the notice comes due with it. Undefined where the business is gone. */
export const newVisit = (
  proposed: Placed & { readonly mode: Mode },
  requests: readonly VisitRequest[],
  staffed: Staffed,
  state: Pick<ScheduleState, 'businesses' | 'settings' | 'units' | 'items' | 'plans' | 'visitsOf'>,
  { entry, ...origin }: Origin,
): Visit | undefined => {
  const business = state.businesses.get(proposed.businessId);
  if (!business) return undefined;
  const { visitId, businessId, day, slot, mode } = proposed;
  const { at } = entry;
  const attending = toAttending(requests, staffed, state);
  const plans = citedPlans(requests, state.plans);
  const start = state.settings.slots.starts[slot] ?? '00:00';
  const isAnnounced = mode === 'announced';
  return {
    visitId,
    ...origin,
    businessId,
    businessName: business.name,
    address: business.address,
    street: business.street,
    grid: business.grid,
    industry: business.industry,
    contacts: business.contacts,
    day,
    slot,
    start,
    end: endOf(start, attending, state.settings.slots.minutes),
    mode,
    status: 'planned',
    lead: leadOf(attending, plans),
    numberInYear: nextNumberInYear(state.visitsOf.get(businessId) ?? [], visitId, day),
    plans,
    attending,
    notice: isAnnounced
      ? { version: 1, kind: 'new', status: 'due', dueAt: at, changes: [], channels: [] }
      : { version: 1, kind: 'new', status: 'held', changes: [], channels: [] },
    history: [entry],
    ...(isAnnounced ? { outbox: { task: 'send-notice', since: at } } : {}),
    version: 1,
  };
};
