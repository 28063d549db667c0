import type { Consolidation, KeptClear } from '../../domain/centre/consolidation.ts';
import { firstVisitDays } from '../../domain/centre/first-visit-days.ts';
import { possibleVisits } from '../../domain/centre/possible-visits.ts';
import { type ReviewNeeds, reviewNeeds } from '../../domain/centre/review-rules.ts';
import type { PlanningSnapshot } from './planning-snapshot.ts';
import { triageRequests } from './triage-requests.ts';

type Run = Pick<Consolidation, 'reviewRules' | 'alwaysLevels' | 'requiredLevels' | 'reviewClearWorkingDays'>;
type Cleared = { readonly snapshot: PlanningSnapshot; readonly keptClear: KeptClear };

const clearFor = (run: Run, needs: ReviewNeeds, snapshot: PlanningSnapshot): Cleared => {
  const before = {
    reviewWorkingDays: needs.requiredLevels.length * (run.reviewClearWorkingDays ?? 0),
    publicNoticeWorkingDays: needs.publicNoticeWorkingDays,
  };
  const { noticeWorkingDays } = snapshot.settings;
  const earliest = firstVisitDays(snapshot.calendars, snapshot.today, { ...before, noticeWorkingDays });
  const { announced, unannounced } = earliest;
  return {
    snapshot: { ...snapshot, earliest, days: snapshot.days.filter((day) => unannounced && day >= unannounced) },
    keptClear: {
      ...before,
      ...(announced === undefined ? {} : { announcedFrom: announced }),
      ...(unannounced === undefined ? {} : { unannouncedFrom: unannounced }),
    },
  };
};

/**
 * Leaves to planning the days alone on which its proposal can be out: after the working days that the settings keep clear for
 * each level of review, after the longest public notice, and after each visit's own notice. Levels and notice that rules ask
 * for count where they hold for some visit that the open requests could make; which of those visits there will be, planning
 * alone can say.
 */
export const keepClear = (run: Run, snapshot: PlanningSnapshot): Cleared => {
  const rules = run.reviewRules ?? [];
  const always = run.alwaysLevels ?? run.requiredLevels;
  const least = clearFor(run, reviewNeeds([], always, []), snapshot);
  if (rules.length === 0) return least;
  const requests = triageRequests(least.snapshot).candidates.map(({ plan, row, business, window }) => ({
    businessId: row.businessId,
    industry: business.industry,
    mode: plan.mode,
    department: row.department,
    planType: plan.type,
    window,
  }));
  const standing = snapshot.standing.map(({ units, ...visit }) => ({
    ...visit,
    departments: units.map(({ department }) => department),
  }));
  return clearFor(run, reviewNeeds(rules, always, possibleVisits(requests, standing, least.snapshot.days)), snapshot);
};
