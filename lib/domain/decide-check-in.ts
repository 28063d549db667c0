import { localDate } from './local-time.ts';
import { normaliseCode } from './notice-delivery.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Visit } from './visit.ts';

export type CheckInCommand = {
  readonly by: string;
  readonly unitId: string;
  readonly code: string;
  readonly place?: string;
  readonly now: Date;
  /** For an unannounced visit, which the business learns of now. */
  readonly numberInYear: number;
};

/** What the business is told at the door of an unannounced visit: its notice comes due. */
const noticeComesDue = (visit: Visit, at: string, numberInYear: number): Partial<Visit> =>
  visit.mode === 'unannounced' && visit.notice.status === 'held'
    ? {
        numberInYear,
        notice: { ...visit.notice, status: 'due', dueAt: at },
        outbox: { task: 'send-notice', since: at },
      }
    : {};

/**
 * `planned | notified | acknowledged → under-way`, by an inspector of an attending unit with the visit's code. Other units
 * check in after the first; a day other than the visit's is allowed and on record. Undefined where the inspector is in
 * already, so that a repeated check-in stays quiet.
 */
export const decideCheckIn = (visit: Visit, command: CheckInCommand): Visit | Refusal | undefined => {
  const { by, unitId, place, now } = command;
  if (!visit.attending.some((attendance) => attendance.unitId === unitId)) {
    return refuse('not-found', { path: 'visitId', code: 'not-found' });
  }
  if (normaliseCode(command.code) !== normaliseCode(visit.code)) {
    return refuse('check-in-refused', { path: 'code', code: 'code-wrong' });
  }
  const before = ['planned', 'notified', 'acknowledged'].includes(visit.status);
  if (!before && visit.status !== 'under-way') {
    return refuse('state-conflict', { path: 'status', code: 'status', values: { status: visit.status } });
  }
  const action = localDate(now) === visit.day ? 'checked-in' : 'checked-in-off-day';
  if (visit.history.some((entry) => entry.by === by && entry.action.startsWith('checked-in'))) return undefined;
  const at = now.toISOString();
  return {
    ...visit,
    ...noticeComesDue(visit, at, command.numberInYear),
    status: 'under-way',
    checkedInAt: visit.checkedInAt ?? at,
    history: [...visit.history, { at, by, action, ...(place ? { reason: place } : {}) }],
    version: visit.version + 1,
  };
};
