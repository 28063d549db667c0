import { apiClient } from '../api-client.ts';
import { demoCatalogue } from '../catalogue.ts';
import { demoDistrict, demoDistrictCode, demoHorizon } from '../demo-district.ts';
import { ordinaryPlans } from '../ordinary-plans.ts';
import { parsePublishedPlans } from '../published-plans.ts';
import { publishedRowsToPlans } from '../published-rows-to-plans.ts';
import { figuresToLines } from './figures-to-lines.ts';
import type { Narrator } from './narrator.ts';
import { plansToVisits, type WalkPlans } from './plans-to-visits.ts';
import { visitsToFigures } from './visits-to-figures.ts';

/** A run of the product on this machine, as far as the demo needs it. */
export type Run = { readonly baseUrl: string; stop(): Promise<void> };

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

/**
 * Walks the whole flow once over HTTP and says what each step did, from an empty state to the figures.
 * @throws at the first answer that is not the one expected; the run is stopped in any case
 */
export const demoWalk = async ({ today, csv, publishedOnly, start, narrate }: WalkOptions): Promise<void> => {
  const district = demoDistrict(today);
  const catalogue = demoCatalogue(today);
  const horizon = demoHorizon(today);
  const rows = parsePublishedPlans(csv);
  const plans: WalkPlans = {
    rows: rows.length,
    published: publishedRowsToPlans(rows, catalogue, horizon),
    own: publishedOnly ? [] : ordinaryPlans(district.businesses, catalogue, horizon),
  };

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
    const scene = { api: apiClient(run.baseUrl, demoDistrictCode), district, catalogue, horizon, narrate };
    const { planned, visits } = await plansToVisits(scene, plans);
    const done = await visitsToFigures(scene, visits);
    narrate.lines('', ...figuresToLines(planned, done), '');
    narrate.lines('Next: npm start, then open its address; docs/examples says where the plans come from.', '');
  } finally {
    await run.stop();
  }
};
