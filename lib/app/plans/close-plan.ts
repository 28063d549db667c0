import { localDate } from '../../domain/local-time.ts';
import { itemFaults, planRefusal, workingDaysLeft } from '../../domain/plans/plan-rules.ts';
import { submitDraft, whileDraft } from '../../domain/plans/plan-transitions.ts';
import { scopeOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { readCalendars } from '../catalogue/read-calendars.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeOwnPlan } from './change-own-plan.ts';
import { planView } from './plan-view.ts';

type Needs = Pick<Ports, 'items' | 'calendars' | 'plans'>;

/** Submits a draft: check its state and, since time has passed, its window and items again; then it may be planned. */
export const closePlan = async (
  ports: Needs,
  request: RequestOf<'close-plan'>,
): Promise<ViewOf<'close-plan'> | Refusal> => {
  const scope = scopeOf(request.principal);
  const plan = await changeOwnPlan(ports, request, request.ids.next(), async (draft, stamp) => {
    const submitted = whileDraft(draft);
    if (submitted) return submitted;
    const [catalogue, calendars] = await Promise.all([
      ports.items.all(scope),
      readCalendars(ports, scope, draft.window),
    ]);
    const days = workingDaysLeft(calendars, draft.window, localDate(request.now));
    const refusal = planRefusal([
      ...('code' in days ? [days] : []),
      ...itemFaults(draft, catalogue),
      ...(draft.requests === 0 ? [{ path: 'businesses', code: 'targets-missing' }] : []),
    ]);
    return refusal ?? submitDraft(draft, stamp);
  });
  return 'refused' in plan ? plan : planView(plan);
};
