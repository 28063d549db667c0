import type { FunctionName } from './function-names.ts';
import type { IndexName } from './stack/table.ts';

export type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'BatchWriteItem';
export type QueueName = 'planning' | 'scheduling' | 'notices' | 'results';

/** What a function may do: actions on the table, queries on an index, queues it sends to, channels it speaks through. */
export type Grants = {
  readonly table: readonly TableAction[];
  readonly indexes?: readonly IndexName[];
  readonly sends?: readonly QueueName[];
  readonly channels?: true;
};

const reads = ['GetItem', 'Query'] as const;
/** What the idempotency key of a POST needs: claim, keep and give back an answer. */
const answers = ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'] as const;

/**
 * The closed table of permissions: a function has these and no others. A function without a row does not compile, the
 * one-machine run refuses what is not here just as AWS would, and tests/infra reads the same from the template.
 */
export const grants = {
  'import-items': { table: [...answers, 'BatchGetItem', 'BatchWriteItem', 'Query'] },
  'list-items': { table: reads, indexes: ['byList'] },
  'get-item': { table: ['GetItem'] },
  'import-businesses': { table: [...answers, 'BatchGetItem', 'BatchWriteItem', 'Query'] },
  'list-businesses': { table: reads, indexes: ['byList'] },
  'get-business': { table: [...reads, 'BatchGetItem'], indexes: ['byList'] },
  'import-units': { table: [...answers, 'BatchGetItem', 'BatchWriteItem', 'Query'] },
  'list-units': { table: reads, indexes: ['byList'] },
  'put-calendar': { table: answers },
  'get-calendar': { table: ['GetItem'] },
  'put-settings': { table: [...answers, 'Query'] },
  'get-settings': { table: reads },
  'submit-plan': { table: [...answers, 'BatchGetItem', 'BatchWriteItem', 'Query'], indexes: ['byList'] },
  'append-requests': { table: [...answers, 'BatchGetItem', 'BatchWriteItem', 'Query'] },
  'close-plan': { table: [...answers, 'BatchGetItem', 'Query'] },
  'list-plans': { table: reads, indexes: ['byList'] },
  'get-plan': { table: reads },
  'list-plan-requests': { table: [...reads, 'BatchGetItem'] },
  'withdraw-plan': { table: [...answers, 'Query'] },
  'start-consolidation': { table: [...answers, 'Query'], sends: ['planning'] },
  'list-consolidations': { table: reads, indexes: ['byList'] },
  'get-consolidation': { table: reads },
  'list-proposed-visits': { table: [...reads, 'BatchGetItem'] },
  'list-unscheduled': { table: reads },
  'review-consolidation': { table: [...answers, 'Query'] },
  'publish-consolidation': { table: answers, sends: ['scheduling'] },
  'list-visits': { table: [...reads, 'BatchGetItem'], indexes: ['byDay', 'byList'] },
  'get-visit': { table: ['GetItem'] },
  'get-command': { table: ['GetItem'] },
  'check-in': { table: [...answers, 'Query'], sends: ['notices'] },
  'record-results': { table: [...answers, 'Query'], sends: ['results'] },
  'get-notice': { table: ['GetItem', 'UpdateItem', 'PutItem', 'Query'] },
  'acknowledge-notice': { table: answers },
  'verify-code': { table: reads, indexes: ['byCode'] },
  'get-statistics': { table: reads, indexes: ['byDay', 'byList'] },
  'public-visits': { table: [...reads, 'BatchGetItem'], indexes: ['byDay'] },
  'notice-page': { table: ['GetItem', 'UpdateItem', 'PutItem', 'Query'] },
  'acknowledge-page': { table: answers },
  'code-page': { table: reads, indexes: ['byCode'] },
  'get-openapi': { table: [] },
  'docs-page': { table: [] },
  'plan-consolidation': {
    table: ['GetItem', 'PutItem', 'Query', 'BatchGetItem', 'BatchWriteItem'],
    indexes: ['byDay', 'byList'],
  },
  'apply-command': {
    table: ['GetItem', 'PutItem', 'Query', 'BatchGetItem', 'BatchWriteItem'],
    indexes: ['byDay', 'byList'],
    sends: ['scheduling', 'notices'],
  },
  'send-notice': { table: ['GetItem', 'PutItem', 'Query'], channels: true },
  'recognise-results': { table: ['GetItem', 'PutItem', 'Query', 'BatchGetItem'] },
  'relay-outbox': {
    table: ['GetItem', 'BatchGetItem', 'PutItem'],
    indexes: ['outbox'],
    sends: ['planning', 'scheduling', 'notices', 'results'],
  },
  'unknown-route': { table: [] },
} as const satisfies Record<FunctionName, Grants>;

export const grantsOf = (name: FunctionName): Grants => grants[name];
