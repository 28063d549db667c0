import { catalogueOperations } from './catalogue-operations.ts';
import { consolidationOperations } from './consolidation-operations.ts';
import { noticeOperations } from './notice-operations.ts';
import type { Operation } from './operation.ts';
import { planOperations } from './plan-operations.ts';
import { publicOperations } from './public-operations.ts';
import { visitOperations } from './visit-operations.ts';

/** Every operation of the product, by area in files of their own so that a function carries no more than its area. A route that is not here does not exist. */
export const operations = {
  ...catalogueOperations,
  ...planOperations,
  ...consolidationOperations,
  ...visitOperations,
  ...noticeOperations,
  ...publicOperations,
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
