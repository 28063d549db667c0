import type { Consolidation, ProposedVisit } from '../../domain/centre/consolidation.ts';
import { localDate } from '../../domain/local-time.ts';
import { publicSummary } from '../../domain/publication/public-notice.ts';
import type { Ports } from '../ports.ts';
import { workingDayFromNow } from '../working-day-from-now.ts';

type PublicNotice = NonNullable<Consolidation['publicNotice']>;
type Proposal = Pick<Consolidation, 'district' | 'planIds' | 'publicNoticeWorkingDays'>;

/** Every visit that a run proposes, in the order of its pages. */
export const readProposed = async (
  { consolidations }: Pick<Ports, 'consolidations'>,
  run: Consolidation,
): Promise<readonly ProposedVisit[]> => {
  const numbers = Array.from({ length: run.pages }, (_, page) => page);
  return (await Promise.all(numbers.map((page) => consolidations.proposalPage(run, page)))).flat();
};

/**
 * The public notice of a proposal: its summary before the public from today, for as long as a rule asks; nothing where no
 * rule does. `unknown` where the calendar does not reach to the last day: nobody could tell when the notice is over.
 */
export const openPublicNotice = async (
  ports: Pick<Ports, 'calendars' | 'plans'>,
  { district, planIds, publicNoticeWorkingDays = 0 }: Proposal,
  visits: readonly ProposedVisit[],
  now: Date,
): Promise<{ readonly publicNotice?: PublicNotice } | 'unknown'> => {
  if (publicNoticeWorkingDays === 0) return {};
  const until = await workingDayFromNow(ports, district, publicNoticeWorkingDays, now);
  if (until === undefined) return 'unknown';
  const plans = await Promise.all(planIds.map((planId) => ports.plans.find({ district }, planId)));
  const shown = new Set(plans.flatMap((plan) => (plan && plan.type !== 'case' ? [plan.planId] : [])));
  const summary = publicSummary(visits, (planId) => shown.has(planId));
  return { publicNotice: { from: localDate(now), until, summary } };
};
