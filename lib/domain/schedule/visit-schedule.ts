import { addMinutes } from '../local-time.ts';
import type { Attendance, CitedPlan } from '../visits/checks.ts';
import type { Visit } from '../visits/visit.ts';

const minutesOf = ({ checks }: Attendance): number => checks.reduce((sum, { minutes }) => sum + minutes, 0);

/**
 * The lead is the department that performs most minutes; of equals the first by name. Where `plans` are shares of joint
 * plans, it is one that those name, if it attends.
 */
export const leadOf = (attending: readonly Attendance[], plans: readonly Pick<CitedPlan, 'lead'>[] = []): string => {
  const minutes = new Map<string, number>();
  for (const attendance of attending) {
    minutes.set(attendance.department, (minutes.get(attendance.department) ?? 0) + minutesOf(attendance));
  }
  const named = new Set(plans.map(({ lead }) => lead));
  const candidates = [...minutes].filter(([department]) => named.has(department));
  const [lead] = (candidates.length > 0 ? candidates : [...minutes]).toSorted(
    ([a, x], [b, y]) => y - x || (a < b ? -1 : 1),
  );
  return lead?.[0] ?? '';
};

/** A visit ends when the unit that stays longest has left. */
export const endOf = (start: string, attending: readonly { readonly slots: number }[], slotMinutes: number): string =>
  addMinutes(start, Math.max(1, ...attending.map(({ slots }) => slots)) * slotMinutes);

/** The number a visit gets in its calendar year: one more than the standing ones that the business may know of. */
export const nextNumberInYear = (visits: readonly Visit[], visitId: string, day: string): number => {
  const known = visits.filter(
    (visit) =>
      visit.visitId !== visitId &&
      visit.day.slice(0, 4) === day.slice(0, 4) &&
      visit.status !== 'cancelled' &&
      visit.status !== 'vetoed' &&
      (visit.mode === 'announced' || visit.checkedInAt !== undefined),
  );
  return known.length + 1;
};
