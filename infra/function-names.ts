import { type OperationName, operations } from '../lib/contract/operations.ts';

/** What runs behind a queue, the clock, or a path that no operation has. */
export const workerNames = [
  'plan-consolidation',
  'apply-command',
  'send-notice',
  'recognise-results',
  'scan-file',
  'import-file',
  'record-delivery',
  'watch-incident',
  'collect-sms-reports',
  'relay-outbox',
  'remind-visits',
  'escalate-reviews',
  'watch-findings',
  'open-recurrences',
  'unknown-route',
] as const;

export const operationNames = Object.values(operations).map(({ name }) => name);

export type FunctionName = OperationName | (typeof workerNames)[number];

/** Every function that is bundled and deployed; functions/ holds one file for each, and nothing else. */
export const functionNames: readonly FunctionName[] = [...operationNames, ...workerNames];
