import { daysBetween } from '../catalogue/calendar.ts';
import { isStanding, type Visit } from './visit.ts';
import { isCaseOnly } from './visit-requests.ts';

/** Standing visits, those of nothing but case checks aside, that lie no more than `withinDays` days from a day (rule 15). */
export const visitsWithin = (
  visits: readonly Pick<Visit, 'visitId' | 'day' | 'status' | 'plans'>[],
  day: string,
  withinDays: number,
): readonly { readonly visitId: string; readonly day: string }[] =>
  visits
    .filter((visit) => isStanding(visit.status) && !isCaseOnly(visit))
    .filter((visit) => Math.abs(daysBetween(visit.day, day)) <= withinDays)
    .map((visit) => ({ visitId: visit.visitId, day: visit.day }));
