import { catalogueOperations } from './catalogue-operations.ts';
import { consolidationOperations } from './consolidation-operations.ts';
import { noticeOperations } from './notice-operations.ts';
import type { Operation } from './operation.ts';
import { planOperations } from './plan-operations.ts';
import { publicOperations } from './public-operations.ts';
import { recordOperations } from './record-operations.ts';
import { statisticsOperations } from './statistics-operations.ts';
import { visitOperations } from './visit-operations.ts';

/** The operations by area, each area in a file of its own so that a function carries no more than its area, and in a stack of its own. */
export const areas = {
  catalogue: catalogueOperations,
  plans: planOperations,
  consolidations: consolidationOperations,
  visits: visitOperations,
  notices: noticeOperations,
  statistics: statisticsOperations,
  public: publicOperations,
  records: recordOperations,
} as const satisfies Record<string, Record<string, Operation>>;

/** Every operation of the product. A route that is not here does not exist. */
export const operations = {
  ...areas.catalogue,
  ...areas.plans,
  ...areas.consolidations,
  ...areas.visits,
  ...areas.notices,
  ...areas.statistics,
  ...areas.public,
  ...areas.records,
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
