import { addDays, daysBetween } from '../../domain/catalogue/calendar.ts';
import { latestOf } from '../../domain/date-order.ts';
import { localDate } from '../../domain/local-time.ts';
import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Absence } from '../../domain/schedule/absence.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { absenceView } from './absence-view.ts';
import { findRepair } from './find-repair.ts';
import { type RepairPorts, readRepairState } from './repair-state.ts';

type Request = RequestOf<'report-absence'>;

const mostDays = 31;

const daysOf = ({ from, to }: Request['body'], today: string): readonly string[] => {
  const first = latestOf(from, today);
  return Array.from({ length: Math.max(0, daysBetween(first, to) + 1) }, (_, n) => addDays(first, n));
};

/** Nothing to work with: a unit that is not the caller's, a stranger to it, days that are over or too many. */
const faultOf = async (
  ports: Pick<Ports, 'units'>,
  { body, principal }: Request,
  days: readonly string[],
): Promise<Refusal | undefined> => {
  const unit = await ports.units.find(scopeOf(principal), body.unitId);
  if (!unit) return refuse('change-refused', { path: 'unitId', code: 'unit-unknown' });
  const isOwn = unit.inspectors.some(({ inspectorId }) => inspectorId === body.inspectorId);
  if (body.inspectorId !== undefined && !isOwn) {
    return refuse('change-refused', { path: 'inspectorId', code: 'inspector-unknown' });
  }
  if (days.length === 0) return refuse('change-refused', { path: 'to', code: 'window-closed' });
  const isLong = days.length > mostDays;
  return isLong
    ? refuse('change-refused', { path: 'to', code: 'absence-too-long', values: { most: mostDays } })
    : undefined;
};

/**
 * Takes an absence down with the repair that would answer it: read what stands, find the least disturbing ways, store both.
 * Nothing of the schedule changes before confirm-absence; a repeat under the same idempotency key shows what was found.
 */
export const reportAbsence = async (
  ports: RepairPorts & Pick<Ports, 'absences'>,
  request: Request,
): Promise<ViewOf<'report-absence'> | Refusal> => {
  const { body, principal, now, ids } = request;
  const scope = { district: principal.district };
  const absenceId = ids.next();
  const standing = await ports.absences.find(scope, absenceId);
  if (standing) return absenceView(standing);
  const days = daysOf(body, localDate(now));
  const refusal = await faultOf(ports, request, days);
  if (refusal) return refusal;
  const { unitId, inspectorId, reason } = body;
  const away = { absenceId, district: scope.district, unitId, ...(inspectorId !== undefined && { inspectorId }), days };
  const at = now.toISOString();
  const by = principal.subject;
  const state = await readRepairState(ports, away, now);
  const { steps } = findRepair(state, away, { at, by, reason, commandId: absenceId });
  const absence: Absence = {
    ...away,
    reason,
    status: 'proposed',
    steps,
    reportedBy: by,
    reportedAt: at,
    history: [{ at, by, action: 'reported', reason }],
    version: 1,
  };
  if ((await ports.absences.create(absence)) === 'stored') return absenceView(absence);
  const first = await ports.absences.find(scope, absenceId);
  if (!first) throw new Error(`absence ${absenceId} stands but cannot be read`);
  return absenceView(first);
};
