import { type QueueName, queueNames } from '../lib/contract/queues.ts';
import type { FunctionName } from './function-names.ts';
import type { IndexName } from './stack/table.ts';

export type TableAction = 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'BatchWriteItem';

/** What a function may do: actions on the table, queries on an index, queues it sends to, channels it speaks through. */
export type Grants = {
  readonly table: readonly TableAction[];
  readonly indexes?: readonly IndexName[];
  readonly sends?: readonly QueueName[];
  readonly channels?: true;
  /** Reading what was given up, and sending it back besides. */
  readonly deadLetters?: 'read' | 'redrive';
  /** Files of the district: `read` may fetch and describe them and sign for who may, `write` may also put them. */
  readonly files?: 'read' | 'write';
};

/** A record and the versions of it: read, then written on a condition. */
const record = ['GetItem', 'PutItem'] as const;
/** What the idempotency key of a POST needs besides: its answer is added to the claim. */
const post = [...record, 'UpdateItem'] as const;

/**
 * The closed table of permissions: a function has these and no others. A function without a row does not compile, the
 * one-machine run refuses what is not here just as AWS would, and tests/infra reads the same from the template.
 */
export const grants = {
  'import-items': { table: [...post, 'BatchGetItem'] },
  'list-items': { table: ['Query'] },
  'get-item': { table: ['GetItem'] },
  'import-businesses': { table: [...post, 'BatchGetItem'] },
  'list-businesses': { table: ['GetItem'], indexes: ['byList'] },
  'get-business': { table: ['GetItem', 'BatchGetItem', 'Query'], indexes: ['byList'] },
  'import-units': { table: [...post, 'BatchGetItem'] },
  'list-units': { table: ['Query'] },
  'put-calendar': { table: record },
  'get-calendar': { table: ['GetItem'] },
  'put-settings': { table: [...record, 'Query'] },
  'get-settings': { table: ['Query'] },
  'submit-plan': { table: [...post, 'BatchGetItem', 'BatchWriteItem', 'Query'], indexes: ['byList'] },
  'append-requests': { table: [...post, 'BatchGetItem', 'BatchWriteItem', 'Query'], indexes: ['byList'] },
  'close-plan': { table: [...post, 'Query'] },
  'list-plans': { table: [], indexes: ['byList'] },
  'get-plan': { table: ['GetItem'] },
  'list-plan-requests': { table: ['GetItem', 'BatchGetItem', 'Query'] },
  'withdraw-plan': { table: post },
  'suggest-merges': { table: [...post, 'BatchGetItem', 'Query'], indexes: ['byDay', 'byList'] },
  'start-consolidation': { table: [...post, 'Query'], sends: ['planning'] },
  'list-consolidations': { table: [], indexes: ['byList'] },
  'get-consolidation': { table: ['GetItem'] },
  'compare-consolidations': { table: ['GetItem', 'BatchGetItem', 'Query'] },
  'list-proposed-visits': { table: ['GetItem', 'BatchGetItem', 'Query'] },
  'list-unscheduled': { table: ['GetItem', 'Query'] },
  'review-consolidation': { table: [...post, 'Query'] },
  'publish-consolidation': { table: post, sends: ['scheduling'] },
  'list-visits': { table: [...record, 'BatchGetItem', 'Query'], indexes: ['byDay'] },
  'get-visit': { table: record },
  'insert-urgent': { table: [...post, 'Query'], sends: ['scheduling'] },
  'reschedule-visit': { table: [...post, 'Query'], sends: ['scheduling'] },
  'cancel-visit': { table: post, sends: ['scheduling'] },
  'veto-visit': { table: post, sends: ['scheduling'] },
  'nominate-lead': { table: post, sends: ['scheduling'] },
  'rate-department': { table: post },
  'rate-street': { table: post },
  'get-ratings': { table: ['Query'], indexes: ['byDay'] },
  'get-command': { table: ['GetItem'] },
  'check-in': { table: [...post, 'Query'], sends: ['notices'] },
  'record-results': { table: [...post, 'Query'], sends: ['results', 'files'], files: 'read' },
  'announce-files': { table: post, files: 'write' },
  'get-round': { table: ['BatchGetItem', 'Query'], indexes: ['byDay'] },
  'round-page': { table: ['BatchGetItem', 'Query'], indexes: ['byDay'] },
  'round-csv': { table: ['BatchGetItem', 'Query'], indexes: ['byDay'] },
  'get-file': { table: ['GetItem'], files: 'read' },
  'scan-file': { table: record, files: 'read' },
  'get-notice': { table: [...record, 'BatchGetItem', 'Query'], indexes: ['byDay', 'byList'] },
  'acknowledge-notice': { table: post },
  'request-another-time': {
    table: [...post, 'BatchGetItem', 'Query'],
    indexes: ['byDay', 'byList'],
    sends: ['scheduling'],
  },
  'rate-visit': { table: post },
  complain: { table: [...post, 'Query'] },
  'put-channel-preferences': { table: record },
  'resend-notice': { table: [...post, 'BatchGetItem'], sends: ['notices'] },
  'revoke-notice-links': { table: [...post, 'BatchGetItem'], sends: ['notices'] },
  'list-escalations': { table: ['GetItem', 'BatchGetItem', 'Query'], indexes: ['byDay'] },
  'list-dead-letters': { table: ['BatchGetItem'], deadLetters: 'read' },
  'redrive-dead-letters': { table: post, deadLetters: 'redrive', sends: queueNames },
  'list-link-keys': { table: record },
  'rotate-link-keys': { table: post },
  'list-notice-templates': { table: ['Query'] },
  'add-notice-template': { table: [...post, 'Query'] },
  'preview-notice-template': { table: [...post, 'Query'] },
  'test-notice-template': { table: [...post, 'Query'], channels: true },
  'verify-code': { table: ['GetItem', 'Query', 'UpdateItem'], indexes: ['byCode'] },
  'get-statistics': { table: ['Query'], indexes: ['byDay', 'byList'] },
  'list-most-visited': { table: ['BatchGetItem'], indexes: ['byDay'] },
  'public-visits': { table: ['BatchGetItem'], indexes: ['byDay'] },
  'public-proposals': { table: [], indexes: ['byList'] },
  'proposals-page': { table: ['Query'], indexes: ['byList'] },
  'public-results': { table: ['GetItem', 'BatchGetItem', 'Query'], indexes: ['byDay'] },
  'notice-page': { table: [...record, 'BatchGetItem', 'Query'], indexes: ['byDay', 'byList'] },
  'visit-calendar': { table: [...record, 'Query'] },
  'notice-pdf': { table: [...record, 'Query'] },
  'acknowledge-page': { table: record },
  'another-time-page': {
    table: [...record, 'BatchGetItem', 'Query'],
    indexes: ['byDay', 'byList'],
    sends: ['scheduling'],
  },
  'rating-page': { table: record },
  'complaint-page': { table: [...record, 'Query'] },
  'code-entry': { table: [] },
  'code-page': { table: ['GetItem', 'Query', 'UpdateItem'], indexes: ['byCode'] },
  'announce-incident-photo': { table: post, files: 'write' },
  'report-incident': { table: [...post, 'Query'], sends: ['incidents'], files: 'read' },
  'list-incidents': { table: ['Query'] },
  'get-incident': { table: ['GetItem'], files: 'read' },
  'dispatch-incident': { table: [...post, 'Query'] },
  'acknowledge-incident': { table: post },
  'resolve-incident': { table: post, files: 'read' },
  'turn-incident-urgent': { table: [...post, 'Query'], sends: ['scheduling'] },
  'get-incident-figures': { table: ['Query'] },
  'list-duty-rosters': { table: ['Query'] },
  'put-duty-roster': { table: [...record, 'Query'] },
  'watch-incident': { table: record, sends: ['incidents'] },
  'get-record': { table: ['GetItem'] },
  'list-findings': { table: ['Query'], indexes: ['byList'] },
  'get-finding': { table: ['GetItem', 'Query'] },
  'decide-disposition': { table: [...post, 'Query'] },
  'recheck-finding': { table: [...post, 'Query'] },
  'plan-recheck': { table: [...post, 'BatchWriteItem', 'Query'] },
  'record-agreement': { table: [...post, 'Query'] },
  'follow-up-settlement': { table: [...post, 'Query'] },
  'hand-over-case': { table: [...post, 'Query'] },
  'conclude-case': { table: [...post, 'Query'] },
  'close-finding': { table: [...post, 'Query'] },
  'withdraw-finding': { table: [...post, 'Query'] },
  'escalate-finding': { table: [...post, 'Query'] },
  'resume-finding': { table: [...post, 'Query'] },
  'refer-finding': { table: [...post, 'Query'] },
  'list-referrals': { table: [], indexes: ['byList'] },
  'get-referral': { table: ['GetItem'] },
  'decide-referral': { table: [...post, 'Query'] },
  'send-referral': { table: [...post, 'Query'] },
  'answer-referral': { table: [...post, 'Query'] },
  'conclude-referral': { table: [...post, 'Query'] },
  'get-finding-figures': { table: [], indexes: ['byList'] },
  'import-mediators': { table: [...post, 'BatchGetItem'] },
  'list-mediators': { table: ['Query'] },
  'get-openapi': { table: [] },
  'docs-page': { table: [] },
  'plan-consolidation': {
    table: [...record, 'BatchGetItem', 'BatchWriteItem', 'Query'],
    indexes: ['byDay', 'byList'],
  },
  'apply-command': {
    table: [...record, 'BatchGetItem', 'BatchWriteItem', 'Query'],
    indexes: ['byDay', 'byList'],
    sends: ['scheduling', 'notices'],
  },
  'send-notice': { table: [...record, 'Query'], channels: true },
  'recognise-results': { table: [...record, 'Query'] },
  'record-delivery': { table: record, sends: ['notices'] },
  'collect-sms-reports': { table: [], sends: ['deliveries'] },
  'relay-outbox': {
    table: ['BatchGetItem'],
    indexes: ['outbox'],
    sends: ['planning', 'scheduling', 'notices', 'results', 'files', 'incidents'],
  },
  'remind-visits': { table: [...record, 'Query'], indexes: ['byDay'], sends: ['notices'] },
  'escalate-reviews': { table: record, indexes: ['byList'] },
  'watch-findings': { table: [...record, 'BatchWriteItem', 'Query'], indexes: ['byList'], channels: true },
  'unknown-route': { table: [] },
} as const satisfies Record<FunctionName, Grants>;

export const grantsOf = (name: FunctionName): Grants => grants[name];
