import { operations } from '../../../../lib/contract/operations.ts';
import { apiClient } from '../api-client.ts';
import { demoCatalogue } from '../catalogue.ts';
import { demoDistrict, demoDistrictCode, demoHorizon } from '../demo-district.ts';
import { demoDepartments } from '../departments.ts';
import { loadDemoDistrict } from '../load-demo-district.ts';
import { ordinaryPlans } from '../ordinary-plans.ts';
import { parsePublishedPlans } from '../published-plans.ts';
import { publishedRowsToPlans } from '../published-rows-to-plans.ts';
import { demoStreets } from '../streets.ts';
import { askAgain } from './ask-again.ts';
import { awaitNotices, type VisitView } from './await-notices.ts';
import { carryOutVisits } from './carry-out-visits.ts';
import { mostTelling, readNotice } from './choose-notice.ts';
import { consolidate, publish } from './consolidate.ts';
import { grouped } from './display-width.ts';
import { figuresToLines } from './figures-to-lines.ts';
import type { Narrator } from './narrator.ts';
import { submitPlans } from './submit-plans.ts';

/** A run of the product on this machine, as far as the demo needs it. */
export type Run = {
  readonly baseUrl: string;
  stop(): Promise<void>;
};

export type WalkOptions = {
  /** The local date on which it all begins. */
  readonly today: string;
  /** The published plans. */
  readonly csv: string;
  /** Leaves out the plans of single departments, for a shorter walk. */
  readonly publishedOnly?: boolean;
  readonly start: () => Promise<Run>;
  readonly narrate: Narrator;
};

const told = (visits: readonly VisitView[]): readonly string[] => {
  const held = visits.filter(({ notice }) => notice.status === 'held').length;
  return [
    `${grouped(visits.length - held)} notices 检查通知书 sent, one per visit`,
    `${grouped(held)} unannounced visits 不预告检查 that nobody is told of before they are done`,
  ];
};

/**
 * Walks the whole flow once over HTTP and says what each step did: load, submit, consolidate, review, publish, notify,
 * carry out, count.
 * @throws at the first answer that is not the one expected
 */
export const demoWalk = async ({ today, csv, publishedOnly, start, narrate }: WalkOptions): Promise<void> => {
  const district = demoDistrict(today);
  const horizon = demoHorizon(today);
  const catalogue = demoCatalogue(today);
  const rows = parsePublishedPlans(csv);

  narrate.lines(
    '',
    'Inspect Once 综合查一次: one visit instead of many',
    'The whole flow once, on this machine: plans that local governments published in; visits, notices and figures out.',
    'The district is Shangcheng in its streets only: businesses, inspectors and results are made up.',
    '',
  );
  const run = await narrate.step('Start the product 启动', start, ({ baseUrl }) => [
    `${baseUrl}, the functions and queues of the deployment on embedded engines`,
  ]);
  try {
    const api = apiClient(run.baseUrl, demoDistrictCode);
    const [admin, coordinator] = await Promise.all([api.as({ role: 'admin' }), api.as({ role: 'coordinator' })]);

    await narrate.step(
      'Load the district 导入',
      () => loadDemoDistrict(admin, district),
      (loaded) => [
        `${demoStreets.length} streets 街道, ${demoDepartments.length} departments 部门, ${loaded.units} units 执法队,`,
        `${loaded.items} items 检查事项, ${grouped(loaded.businesses)} businesses 经营主体`,
      ],
    );
    const published = publishedRowsToPlans(rows, catalogue, horizon);
    await narrate.step(
      'Submit published plans 公示计划',
      () => submitPlans(api, published),
      (joint) => [
        `${rows.length} published rows → ${joint.plans} plans with partners, drawn by their ratios → ${grouped(joint.requests)} requests 检查任务`,
      ],
    );
    const own = publishedOnly ? [] : ordinaryPlans(district.businesses, catalogue, horizon);
    await narrate.step(
      'Submit own plans 部门计划',
      () => submitPlans(api, own),
      (single) => [
        `${single.plans} plans of ${single.departments} departments, each for itself → ${grouped(single.requests)} requests`,
      ],
    );

    const proposal = await narrate.step(
      'Consolidate 统筹',
      () => consolidate(coordinator, horizon),
      ({ figures }) => [
        `${horizon.notBefore} to ${horizon.due}: ${grouped(figures?.scheduled ?? 0)} requests → ${grouped(figures?.visits ?? 0)} visits 联合检查`,
      ],
    );
    const { consolidationId, figures } = proposal;
    if (!figures) throw new Error('the proposal has no figures');

    const reviewer = await api.as({ role: 'reviewer', level: 1, department: 'market' });
    const decision = { params: { consolidationId }, body: { decision: 'approved', comment: '依据与程序合法，同意。' } };
    await narrate.step(
      'Legal review 法制审核',
      () => reviewer.call(operations['review-consolidation'], decision),
      ({ reviews, status }) => [`${reviews.length} of 1 level, ${status}`],
    );
    await narrate.step(
      'Publish 发布',
      () => publish(coordinator, consolidationId),
      ({ publishing }) => [
        `${grouped(publishing?.visits ?? 0)} visits stand, ${publishing?.returned ?? 0} requests went back to waiting`,
      ],
    );
    const visits = await narrate.step('Notify 送达通知', () => awaitNotices(coordinator, horizon), told);

    const shown = mostTelling(visits);
    if (!shown) throw new Error('no visit has a notice to show');
    const notice = await narrate.step(
      'Read one notice 阅读通知',
      () => readNotice(api, shown),
      () => ['opened and acknowledged by its signed link, as the business would; in full:'],
    );
    narrate.lines('', ...notice.text.split('\n').map((line) => `     │ ${line}`.trimEnd()), '');

    await narrate.step(
      'Carry out 入企检查',
      () => carryOutVisits(api, visits),
      (done) => [
        `${grouped(done.visits)} check-ins 签到, ${grouped(done.sheets)} result sheets 检查结果, ahead of their days, which the record notes`,
      ],
    );
    await narrate.step(
      'Ask again 结果互认',
      () => askAgain(api, visits, catalogue, horizon),
      ({ requests, satisfied }) => [
        `health asks all ${requests} hotels for their licences: ${satisfied} need no visit, what others saw there still holds`,
      ],
    );
    const query = { from: horizon.notBefore, to: horizon.due };
    const statistics = await admin.call(operations['get-statistics'], { query });
    const { total } = statistics;
    if (total.visits !== visits.length || total.avoided !== total.requestsDone - total.visits) {
      throw new Error(`the figures don't add up: ${JSON.stringify(total)} after ${visits.length} visits`);
    }
    narrate.lines(
      '',
      ...figuresToLines(figures, total),
      '',
      'Next: npm start, then open its address; docs/examples says where the plans come from.',
      '',
    );
  } finally {
    await run.stop();
  }
};
