import { localDate } from '../local-time.ts';
import { normaliseCode } from '../notices/notice-delivery.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { CheckInRecord, Visit } from '../visits/visit.ts';
import { madeFaults } from './field-time.ts';

export type CheckInCommand = {
  readonly by: string;
  readonly unitId: string;
  readonly code: string;
  readonly place?: string;
  /** When the inspector came in, where that is sent later; and why on a later day. */
  readonly madeAt?: string;
  readonly lateReason?: string;
  readonly backfillDays: number;
  /** From the business, where both places are known; flagged from `farMetres` on. */
  readonly distanceMetres?: number;
  readonly farMetres: number;
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

const checkInOf = (command: CheckInCommand, at: string): CheckInRecord => {
  const { by, unitId, place, lateReason, distanceMetres, farMetres, now } = command;
  return {
    unitId,
    by,
    at,
    receivedAt: now.toISOString(),
    ...(place === undefined ? {} : { place }),
    ...(distanceMetres === undefined ? {} : { distanceMetres: Math.round(distanceMetres) }),
    ...(distanceMetres !== undefined && distanceMetres >= farMetres ? { far: true } : {}),
    ...(lateReason === undefined ? {} : { lateReason }),
  };
};

/**
 * `planned | notified | acknowledged → under-way`, by an inspector of an attending unit with the visit's code. Other units
 * check in after the first; a day other than the visit's is allowed and on record, and so is a place far away. Undefined where the inspector is in
 * already, so that a repeated check-in stays quiet.
 */
export const decideCheckIn = (visit: Visit, command: CheckInCommand): Visit | Refusal | undefined => {
  const { by, unitId, now, madeAt, lateReason, backfillDays } = command;
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
  if (visit.history.some((entry) => entry.by === by && entry.action.startsWith('checked-in'))) return undefined;
  const late = madeFaults({ at: madeAt, lateReason }, { now, backfillDays }, { at: 'at', lateReason: 'lateReason' });
  if (late.length > 0) return refuse('check-in-refused', ...late);
  const receivedAt = now.toISOString();
  const at = madeAt === undefined || madeAt > receivedAt ? receivedAt : madeAt;
  const action = localDate(new Date(at)) === visit.day ? 'checked-in' : 'checked-in-off-day';
  const checkIn = checkInOf(command, at);
  const reason = [checkIn.place, checkIn.lateReason].filter((words) => words !== undefined).join(' · ');
  return {
    ...visit,
    ...noticeComesDue(visit, receivedAt, command.numberInYear),
    status: 'under-way',
    checkedInAt: visit.checkedInAt !== undefined && visit.checkedInAt < at ? visit.checkedInAt : at,
    checkIns: [...(visit.checkIns ?? []), checkIn],
    history: [...visit.history, { at: receivedAt, by, action, ...(reason ? { reason } : {}) }],
    version: visit.version + 1,
  };
};
