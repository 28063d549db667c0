import type { Attendance, Notice, Visit } from '../domain/visit.ts';
import { endOf, leadOf } from '../domain/visit-schedule.ts';
import type { ScheduleState } from './schedule-state.ts';
import type { Staffed } from './staff-now.ts';
import type { VisitRequest } from './staff-visit.ts';
import { citedPlans, servedBy, toAttending } from './staffed-attendance.ts';

const mergeAttending = (
  standing: readonly Attendance[],
  requests: readonly VisitRequest[],
  more: readonly Attendance[],
  state: ScheduleState,
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
      ? { ...attendance, slots: added.slots, team: added.team, checks: [...attendance.checks, ...added.checks] }
      : attendance;
  });
  const there = new Set(standing.map(({ unitId }) => unitId));
  return [...stronger, ...more.filter(({ unitId }) => !there.has(unitId))];
};

const changesOf = (before: readonly Attendance[], after: readonly Attendance[]): readonly string[] => {
  const known = new Set(before.flatMap(({ checks }) => checks.map(({ itemId }) => itemId)));
  const checks = after.flatMap((attendance) =>
    attendance.checks
      .filter(({ itemId }) => !known.has(itemId))
      .map(
        ({ name }) => `新增检查事项：${name}（${attendance.unitName}） / Check added: ${name} (${attendance.unitName})`,
      ),
  );
  return checks.length > 0 ? checks : ['互认部门增加 / More departments recognise the checks'];
};

/** The next version of a notice; one that never went out is still new to its business, and keeps what it had to tell. */
const changedNotice = (notice: Notice, changes: readonly string[], at: string): Notice => {
  const isUnsent = notice.status === 'due';
  return {
    version: notice.version + 1,
    kind: isUnsent ? notice.kind : 'changed',
    status: 'due',
    dueAt: at,
    changes: isUnsent && notice.kind === 'new' ? [] : [...(isUnsent ? notice.changes : []), ...changes],
    channels: [],
  };
};

/**
 * A standing visit with the requests that join it: classes it performs already serve them too, the rest is added. An
 * announced one gets a new version of its notice that says what changed; its state stays.
 */
export const joinVisit = (
  visit: Visit,
  requests: readonly VisitRequest[],
  staffed: Staffed,
  state: ScheduleState,
  written: { readonly at: string; readonly by: string },
): Visit => {
  const { at, by } = written;
  const attending = mergeAttending(visit.attending, requests, toAttending(requests, staffed, state), state);
  const cited = new Set(visit.plans.map(({ planId, department }) => `${planId} ${department}`));
  const more = citedPlans(requests, state.plans).filter((plan) => !cited.has(`${plan.planId} ${plan.department}`));
  return {
    ...visit,
    attending,
    lead: leadOf(attending),
    end: endOf(visit.start, attending, state.settings.slots.minutes),
    plans: [...visit.plans, ...more],
    ...(visit.mode === 'announced'
      ? {
          notice: changedNotice(visit.notice, changesOf(visit.attending, attending), at),
          outbox: { task: 'send-notice', since: at } as const,
        }
      : {}),
    history: [...visit.history, { at, by, action: 'joined', reason: state.run.consolidationId }],
    version: visit.version + 1,
  };
};
