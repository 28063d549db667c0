import type { Settings } from '../catalogue/settings.ts';
import type { Window } from '../plans/plan.ts';
import { isStanding, type VisitSummary } from '../visits/visit.ts';

/** Counted visits by department, business and calendar year. */
export type CapCounts = Map<string, number>;

export const capKey = (department: string, businessId: string, day: string): string =>
  `${department} ${businessId} ${day.slice(0, 4)}`;

export const capOf = ({ yearlyCap }: Pick<Settings, 'yearlyCap'>, department: string): number =>
  yearlyCap.byDepartment[department] ?? yearlyCap.perDepartment;

export const countVisits = (visits: Iterable<VisitSummary>): CapCounts => {
  const counts: CapCounts = new Map();
  for (const { status, counted, businessId, day } of visits) {
    if (!isStanding(status)) continue;
    for (const department of counted) {
      const key = capKey(department, businessId, day);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
};

/** The fewest days that touch every window (stabbing number), found greedily by the earliest end. */
export const stabbingNumber = (windows: readonly Window[]): number => {
  let count = 0;
  let last = '';
  for (const window of windows.toSorted((a, b) => (a.due < b.due ? -1 : 1))) {
    if (window.notBefore <= last) continue;
    last = window.due;
    count += 1;
  }
  return count;
};

/** The part of a window whose years still have visits left under the cap; undefined where none has. */
export const windowUnderCap = (window: Window, isFull: (day: string) => boolean): Window | undefined => {
  let { notBefore, due } = window;
  while (notBefore <= due && isFull(notBefore)) notBefore = `${Number(notBefore.slice(0, 4)) + 1}-01-01`;
  while (notBefore <= due && isFull(due)) due = `${Number(due.slice(0, 4)) - 1}-12-31`;
  return notBefore <= due ? { notBefore, due } : undefined;
};
