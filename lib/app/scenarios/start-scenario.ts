import { localDate } from '../../domain/local-time.ts';
import { planRefusal, workingDaysLeft } from '../../domain/plans/plan-rules.ts';
import { scopeOf } from '../../domain/principal.ts';
import { type FieldError, type Refusal, refuse } from '../../domain/refusal.ts';
import type { JointPlan } from '../../domain/scenarios/joint-plan.ts';
import { partsInForce, type Scenario } from '../../domain/scenarios/scenario.ts';
import { readCalendars } from '../catalogue/read-calendars.ts';
import { chooseSubjects, type Subjects } from '../draws/choose-subjects.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { jointPlanView } from './joint-plan-view.ts';

export type ScenarioPorts = Pick<Ports, 'items' | 'businesses' | 'calendars' | 'scenarios' | 'jointPlans'>;
type Request = RequestOf<'start-scenario'>;

const mostSubjects = 2000;

const subjectFaults = ({ targets, businesses, draw }: Subjects): readonly FieldError[] => {
  if (draw) {
    if (draw.drawn === 0) return [{ path: 'draw.industry', code: 'draw-empty' }];
    return draw.drawn > mostSubjects
      ? [{ path: 'draw', code: 'too-many-requests', values: { most: mostSubjects } }]
      : [];
  }
  return targets.flatMap(({ businessId }, at) =>
    businesses.has(businessId) ? [] : [{ path: `businesses[${at}].businessId`, code: 'business-unknown' }],
  );
};

const toJointPlan = (
  { body, principal, now }: Request,
  jointPlanId: string,
  scenario: Scenario,
  parts: Scenario['parts'],
  { targets, draw }: Subjects,
): JointPlan => {
  const at = now.toISOString();
  const { title = scenario.name.zh, legalBasis = scenario.legalBasis, type, mode, window, approval } = body;
  return {
    jointPlanId,
    district: principal.district,
    scenarioId: scenario.scenarioId,
    title,
    industry: scenario.industry,
    lead: scenario.lead,
    type,
    mode,
    window,
    legalBasis,
    approval,
    businesses: [...new Set(targets.map(({ businessId }) => businessId))],
    ...(draw ? { draw } : {}),
    shares: parts.map((part) => ({ ...part, status: 'waiting' })),
    status: 'open',
    startedBy: principal.subject,
    createdAt: at,
    history: [{ at, by: principal.subject, action: 'joint-plan-started' }],
    version: 1,
  };
};

/**
 * Starts a scenario: read it, the catalogue and the subjects, which are chosen once for all departments; check the window
 * and that the lead has something to check; write a joint plan in which each department's share waits to be confirmed.
 */
export const startScenario = async (
  ports: ScenarioPorts,
  request: Request,
): Promise<ViewOf<'start-scenario'> | Refusal> => {
  const { params, body, principal, now, ids } = request;
  const scope = scopeOf(principal);
  const jointPlanId = ids.next();
  const scenario = await ports.scenarios.find(scope, params.scenarioId);
  if (!scenario) return refuse('not-found', { path: 'scenarioId', code: 'not-found' });
  if (principal.role === 'planner' && principal.department !== scenario.lead) {
    return refuse('forbidden', { path: 'scenarioId', code: 'scenario-of-other-lead', values: { lead: scenario.lead } });
  }
  const draw = body.draw && { ...body.draw, industry: body.draw.industry ?? scenario.industry };
  const [catalogue, calendars, subjects] = await Promise.all([
    ports.items.all(scope),
    readCalendars(ports, scope, body.window),
    chooseSubjects(ports, scope, { ...(draw ? { draw } : { businesses: body.businesses }) }, ids.next()),
  ]);
  const days = workingDaysLeft(calendars, body.window, localDate(now));
  const parts = partsInForce(scenario, catalogue, body.window.notBefore);
  const refusal = planRefusal([
    ...('code' in days ? [days] : []),
    ...subjectFaults(subjects),
    ...(parts.some(({ department }) => department === scenario.lead)
      ? []
      : [{ path: 'window.notBefore', code: 'item-not-in-force' }]),
  ]);
  if (refusal) return refusal;
  const plan = toJointPlan(request, jointPlanId, scenario, parts, subjects);
  if ((await ports.jointPlans.create(plan)) === 'stored') return jointPlanView(plan);
  const standing = await ports.jointPlans.find(scope, jointPlanId);
  if (!standing) throw new Error(`joint plan ${jointPlanId} stands but cannot be read`);
  return jointPlanView(standing);
};
