import type * as z from 'zod';
import type { consolidationFigures } from '../../../../lib/contract/consolidations.ts';
import { operations } from '../../../../lib/contract/operations.ts';
import { demoDepartments } from '../departments.ts';
import { loadDemoDistrict } from '../load-demo-district.ts';
import type { DepartmentPlan } from '../published-rows-to-plans.ts';
import { demoStreets } from '../streets.ts';
import { awaitNotices, type VisitView } from './await-notices.ts';
import { consolidate, publish } from './consolidate.ts';
import { grouped } from './display-width.ts';
import type { Scene } from './scene.ts';
import { submitPlans } from './submit-plans.ts';

export type WalkPlans = {
  readonly rows: number;
  readonly published: readonly DepartmentPlan[];
  readonly own: readonly DepartmentPlan[];
};

export type PlannedVisits = {
  readonly planned: z.output<typeof consolidationFigures>;
  readonly visits: readonly VisitView[];
};

const load = async ({ api, district, narrate }: Scene): Promise<void> => {
  const admin = await api.as({ role: 'admin' });
  await narrate.step(
    'Load the district 导入',
    () => loadDemoDistrict(admin, district),
    ({ items, businesses, units }) => [
      `${demoStreets.length} streets 街道, ${demoDepartments.length} departments 部门, ${units} units 执法队,`,
      `${items} items 检查事项, ${grouped(businesses)} businesses 经营主体`,
    ],
  );
};

const submit = async ({ api, narrate }: Scene, { rows, published, own }: WalkPlans): Promise<void> => {
  await narrate.step(
    'Submit published plans 公示计划',
    () => submitPlans(api, published),
    ({ plans, requests }) => [
      `${rows} published rows → ${plans} plans with partners, drawn by their ratios → ${grouped(requests)} requests 检查任务`,
    ],
  );
  await narrate.step(
    'Submit own plans 部门计划',
    () => submitPlans(api, own),
    ({ plans, departments, requests }) => [
      `${plans} plans of ${departments} departments, each for itself → ${grouped(requests)} requests`,
    ],
  );
};

const told = (visits: readonly VisitView[]): readonly string[] => {
  const held = visits.filter(({ notice }) => notice.status === 'held').length;
  return [
    `${grouped(visits.length - held)} notices 检查通知书 sent, one per visit`,
    `${grouped(held)} unannounced visits 不预告检查 that nobody is told of before they begin`,
  ];
};

/** From an empty district to visits whose businesses are told: load, submit, consolidate, review, publish, notify. */
export const plansToVisits = async (scene: Scene, plans: WalkPlans): Promise<PlannedVisits> => {
  const { api, horizon, narrate } = scene;
  await load(scene);
  await submit(scene, plans);

  const coordinator = await api.as({ role: 'coordinator' });
  const { consolidationId, figures } = await narrate.step(
    'Consolidate 统筹',
    () => consolidate(coordinator, horizon),
    (proposal) => [
      `${horizon.notBefore} to ${horizon.due}: ${grouped(proposal.figures.scheduled)} requests → ${grouped(proposal.figures.visits)} visits 联合检查`,
    ],
  );
  const reviewer = await api.as({ role: 'reviewer', level: 1, department: 'market' });
  const decision = { params: { consolidationId }, body: { decision: 'approved', comment: '依据与程序合法，同意。' } };
  await narrate.step(
    'Legal review 法制审核',
    () => reviewer.call(operations['review-consolidation'], decision),
    ({ status, requiredLevels }) => [`level ${requiredLevels.join(', ')}, as the settings ask: ${status}`],
  );
  await narrate.step(
    'Publish 发布',
    () => publish(coordinator, consolidationId),
    ({ publishing }) => [
      `${grouped(publishing?.visits ?? 0)} visits stand, ${publishing?.returned ?? 0} requests went back to waiting`,
    ],
  );
  const visits = await narrate.step('Notify 送达通知', () => awaitNotices(coordinator, horizon), told);
  return { planned: figures, visits };
};
