import type { ProposedVisit } from '../domain/consolidation.ts';
import type { Visit } from '../domain/visit.ts';
import { endOf, leadOf, nextNumberInYear } from '../domain/visit-schedule.ts';
import type { ScheduleState } from './schedule-state.ts';
import type { Staffed } from './staff-now.ts';
import type { VisitRequest } from './staff-visit.ts';
import { citedPlans, toAttending } from './staffed-attendance.ts';

/** A proposed visit as it is published: everything that its notice says is frozen here, and the notice comes due with it. */
export const proposalToVisit = (
  proposed: ProposedVisit,
  requests: readonly VisitRequest[],
  staffed: Staffed,
  state: ScheduleState,
  written: { readonly at: string; readonly by: string; readonly code: string },
): Visit | undefined => {
  const business = state.businesses.get(proposed.businessId);
  if (!business) return undefined;
  const { visitId, businessId, day, slot, mode } = proposed;
  const { at, by, code } = written;
  const attending = toAttending(requests, staffed, state);
  const start = state.settings.slots.starts[slot] ?? '00:00';
  const isAnnounced = mode === 'announced';
  return {
    visitId,
    district: state.run.district,
    consolidationId: state.run.consolidationId,
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
    lead: leadOf(attending),
    code,
    numberInYear: nextNumberInYear(state.visitsOf.get(businessId) ?? [], visitId, day),
    plans: citedPlans(requests, state.plans),
    attending,
    notice: isAnnounced
      ? { version: 1, kind: 'new', status: 'due', dueAt: at, changes: [], channels: [] }
      : { version: 1, kind: 'new', status: 'held', changes: [], channels: [] },
    history: [{ at, by, action: 'published', reason: state.run.consolidationId }],
    ...(isAnnounced ? { outbox: { task: 'send-notice', since: at } } : {}),
    version: 1,
  };
};
