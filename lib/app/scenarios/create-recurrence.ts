import { localDate } from '../../domain/local-time.ts';
import { itemFaults, planRefusal } from '../../domain/plans/plan-rules.ts';
import { authorityOf, scopeOf } from '../../domain/principal.ts';
import { type FieldError, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Opens, Recurrence } from '../../domain/scenarios/recurrence.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { recurrenceView } from './recurrence-view.ts';

type Needs = Pick<Ports, 'items' | 'scenarios' | 'recurrences'>;
type Request = RequestOf<'create-recurrence'>;

/** What cannot recur: a plan of nobody's, items that are not the department's, a scenario that another department leads. */
const decideOpens = async (ports: Needs, { body, principal }: Request): Promise<Opens | Refusal> => {
  const { businesses, draw, ...terms } = body.opens;
  const scope = scopeOf(principal);
  const { department } = principal;
  if (terms.kind === 'plan') {
    if (department === undefined) return refuse('forbidden', { path: 'opens.kind', code: 'claim' });
    const plan = { ...terms, department, window: body.first };
    const inOpens = (fault: FieldError): FieldError => ({ ...fault, path: `opens.${fault.path}` });
    const refusal = planRefusal(itemFaults(plan, await ports.items.all(scope)).map(inOpens));
    if (refusal) return refusal;
    const industry = draw?.industry;
    if (draw && industry === undefined)
      return refuse('plan-refused', { path: 'opens.draw.industry', code: 'required' });
    return { ...terms, ...(draw && industry ? { draw: { ...draw, industry } } : { businesses: businesses ?? [] }) };
  }
  const scenario = await ports.scenarios.find(scope, terms.scenarioId);
  if (!scenario) return refuse('not-found', { path: 'opens.scenarioId', code: 'not-found' });
  if (principal.role === 'planner' && department !== scenario.lead) {
    const values = { lead: scenario.lead };
    return refuse('forbidden', { path: 'opens.scenarioId', code: 'scenario-of-other-lead', values });
  }
  const { title = scenario.name.zh, legalBasis = scenario.legalBasis } = terms;
  const subjects = draw
    ? { draw: { ...draw, industry: draw.industry ?? scenario.industry } }
    : { businesses: businesses ?? [] };
  return { ...terms, title, legalBasis, ...subjects };
};

/** Sets up a plan that comes again: check what each occurrence will open, then write; the next morning's run opens what is due. */
export const createRecurrence = async (
  ports: Needs,
  request: Request,
): Promise<ViewOf<'create-recurrence'> | Refusal> => {
  const { body, principal, now, ids } = request;
  const recurrenceId = ids.next();
  const { opens: _, ...rhythm } = body;
  if (body.first.due < localDate(now)) return refuse('window-closed', { path: 'first.due', code: 'window-closed' });
  if (body.until !== undefined && body.until < body.first.notBefore) {
    return refuse('recurrence-refused', { path: 'until', code: 'window-reversed' });
  }
  const opens = await decideOpens(ports, request);
  if ('refused' in opens) return opens;
  const at = now.toISOString();
  const recurrence: Recurrence = {
    recurrenceId,
    district: principal.district,
    ...rhythm,
    opens,
    createdBy: principal.subject,
    authority: authorityOf(principal),
    skipped: [],
    opened: [],
    status: 'active',
    createdAt: at,
    history: [{ at, by: principal.subject, action: 'set-up' }],
    version: 1,
  };
  await ports.recurrences.create(recurrence);
  return recurrenceView(recurrence, now);
};
