import { raiseNotice } from '../../domain/notices/notice-change.ts';
import { type ShortNotice, shortEntry, shortNote } from '../../domain/notices/short-notice.ts';
import type { HistoryEntry } from '../../domain/plans/plan.ts';
import { endOf, leadOf } from '../../domain/schedule/visit-schedule.ts';
import type { Attendance } from '../../domain/visits/checks.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import type { Staffed } from '../staff-now.ts';
import type { VisitRequest } from '../visits/staff-visit.ts';
import type { ScheduleState } from './schedule-state.ts';
import { citedPlans, servedBy, toAttending } from './staffed-attendance.ts';

type Needs = Pick<ScheduleState, 'items' | 'units' | 'plans' | 'settings'>;

const mergeAttending = (
  standing: readonly Attendance[],
  requests: readonly VisitRequest[],
  more: readonly Attendance[],
  state: Needs,
): readonly Attendance[] => {
  const recognising = standing.map((attendance) => ({
    ...attendance,
    checks: attendance.checks.map((check) => ({
      ...check,
      serves: [...check.serves, ...servedBy(check.recognitionClass, requests, state)],
    })),
  }));
  const stronger = recognising.map((attendance) => {
    const added = more.find(({ unitId }) => unitId === attendance.unitId);
    return added
      ? {
          ...attendance,
          slots: added.slots,
          team: added.team,
          ...(added.draw && { draw: added.draw }),
          checks: [...attendance.checks, ...added.checks],
        }
      : attendance;
  });
  const there = new Set(standing.map(({ unitId }) => unitId));
  return [...stronger, ...more.filter(({ unitId }) => !there.has(unitId))];
};

/**
 * A standing visit with the requests that join it: classes it performs already serve them too, the rest is added. An
 * announced one gets a new version of its notice that says what changed, and why where that is at short notice; its state
 * stays.
 */
export const joinVisit = (
  visit: Visit,
  requests: readonly VisitRequest[],
  staffed: Staffed,
  state: Needs,
  entry: HistoryEntry,
  short?: ShortNotice,
): Visit => {
  const attending = mergeAttending(visit.attending, requests, toAttending(requests, staffed, state), state);
  const nominated = attending.find(({ department }) => department === visit.nominatedLead)?.department;
  const cited = new Set(visit.plans.map(({ planId, department }) => `${planId} ${department}`));
  const more = citedPlans(requests, state.plans).filter((plan) => !cited.has(`${plan.planId} ${plan.department}`));
  const joined: Visit = {
    ...visit,
    attending,
    lead: nominated ?? leadOf(attending, [...visit.plans, ...more]),
    end: endOf(visit.start, attending, state.settings.slots.minutes),
    plans: [...visit.plans, ...more],
    history: [...visit.history, entry, ...(short ? [shortEntry(entry, short)] : [])],
    version: visit.version + 1,
  };
  return { ...joined, ...raiseNotice(visit, joined, entry.at, short ? [shortNote(short)] : []) };
};
