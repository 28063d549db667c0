import { addDays } from '../../domain/catalogue/calendar.ts';
import { settingsOn } from '../../domain/catalogue/settings.ts';
import type { ProposedVisit } from '../../domain/centre/consolidation.ts';
import { scopeOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { isStanding, type VisitSummary } from '../../domain/visits/visit.ts';
import { noSuchRun } from '../centre/get-consolidation.ts';
import { governingDay } from '../centre/planning-snapshot.ts';
import { findAlerts } from '../centre/proposal-figures.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';

/**
 * Which businesses a proposal would have visited twice within the alert days (rule 15), case checks aside: each new visit with those
 * that it lies near. Read from what stands now, so that what was published since the run was planned counts.
 */
export const listVisitAlerts = async (
  ports: Pick<Ports, 'consolidations' | 'visits' | 'plans' | 'businesses' | 'settings'>,
  { params, principal }: RequestOf<'list-visit-alerts'>,
): Promise<ViewOf<'list-visit-alerts'> | Refusal> => {
  const scope = scopeOf(principal);
  const district = { district: scope.district };
  const run = await ports.consolidations.find(scope, params.consolidationId);
  if (!run) return noSuchRun;
  const { alertWithinDays } = settingsOn(await ports.settings.history(district), governingDay(run));
  const proposed: ProposedVisit[] = [];
  for (let page = 0; page < run.pages; page += 1) {
    proposed.push(...(await ports.consolidations.proposalPage(run, page)));
  }
  const mine = proposed.filter(({ street }) => scope.street === undefined || street === scope.street);
  const plans = await Promise.all(run.planIds.map((planId) => ports.plans.find(district, planId)));
  const types = new Map(plans.flatMap((plan) => (plan ? [[plan.planId, plan.type] as const] : [])));
  const standing: VisitSummary[] = [];
  for await (const page of ports.visits.summaries(
    district,
    addDays(run.from, -alertWithinDays),
    addDays(run.to, alertWithinDays),
  )) {
    standing.push(...page.filter(({ status }) => isStanding(status)));
  }
  const alerts = findAlerts(mine, standing, types, alertWithinDays);
  const businesses = await ports.businesses.some(district, [...new Set(alerts.map(({ businessId }) => businessId))]);
  return {
    withinDays: alertWithinDays,
    items: alerts.map((alert) => ({
      ...alert,
      businessName: businesses.get(alert.businessId)?.name ?? alert.businessId,
    })),
  };
};
