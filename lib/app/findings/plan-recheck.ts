import type { Finding } from '../../domain/findings/finding.ts';
import { askForRecheck } from '../../domain/findings/recheck-finding.ts';
import { localDate } from '../../domain/local-time.ts';
import { itemFaults, planRefusal, workingDaysLeft } from '../../domain/plans/plan-rules.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { readCalendars } from '../catalogue/read-calendars.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeFinding, type FindingPorts } from './change-finding.ts';
import { findingView } from './finding-view.ts';
import { openRecheck } from './open-recheck.ts';

type Needs = FindingPorts & Pick<Ports, 'items' | 'plans'>;
type Request = RequestOf<'plan-recheck'>;

/** Holds the request to the rules of any plan: the legal basis that its item has today, or what a rule has against it. */
const legalBasisOf = async (
  ports: Needs,
  { department, itemId }: Finding,
  { body, principal, now }: Request,
): Promise<string | Refusal> => {
  const scope = { district: principal.district };
  const [catalogue, calendars] = await Promise.all([ports.items.all(scope), readCalendars(ports, scope, body.window)]);
  const days = workingDaysLeft(calendars, body.window, localDate(now));
  const item = catalogue.get(itemId);
  const refusal = planRefusal([
    ...('code' in days ? [days] : []),
    ...itemFaults({ department, partners: [], items: [itemId], window: body.window }, catalogue),
    ...(item?.remote ? [{ path: 'items[0]', code: 'item-remote' }] : []),
  ]);
  return refusal ?? item?.legalBasis ?? '';
};

/**
 * Asks for a re-check on site: the finding names the plan and carries what it is made of, then the plan is stored. What is cut
 * in between is made good by a repeat of this call or by watch-findings; of two who ask at once one asks for nothing.
 */
export const planRecheck = async (ports: Needs, request: Request): Promise<ViewOf<'plan-recheck'> | Refusal> => {
  const { body, now, ids } = request;
  const planId = ids.next();
  const changed = await changeFinding(ports, request, async (finding, step) => {
    if (finding.recheckRequest?.planId === planId) return undefined;
    const legalBasis = await legalBasisOf(ports, finding, request);
    return isRefusal(legalBasis) ? legalBasis : askForRecheck(finding, { planId, legalBasis, ...body }, step);
  });
  if (isRefusal(changed)) return changed;
  await openRecheck(ports, changed);
  return { planId, finding: findingView(changed, localDate(now)) };
};
