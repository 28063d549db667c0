import { Duration } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { type QueueName, queueImpacts } from '../../lib/contract/queues.ts';
import { type WatchedQueue, watchedQueue } from './watched-queue.ts';

const seconds = Duration.seconds;
const minutes = Duration.minutes;

/** Seconds that one run of each consumer may take. A queue hides a message for longer than that, or two would work on it. */
export const consumerTimeoutSeconds = {
  planning: 900,
  scheduling: 60,
  notices: 60,
  results: 60,
  deliveries: 60,
  incidents: 60,
  files: 60,
  imports: 600,
} as const satisfies Record<QueueName, number>;

/** The queues between the steps of the flow. */
export const watchedQueues = (scope: Construct, alarms: ITopic): Readonly<Record<QueueName, WatchedQueue>> => ({
  planning: watchedQueue(scope, 'Planning', {
    impact: queueImpacts.planning.en,
    // Just over one run: planning repeats itself safely, and after a crash nobody should wait for six timeouts.
    visibilityTimeout: seconds(consumerTimeoutSeconds.planning + 60),
    attempts: 3,
    late: minutes(20),
    alarms,
  }),
  scheduling: watchedQueue(scope, 'Scheduling', {
    impact: queueImpacts.scheduling.en,
    fifo: true,
    visibilityTimeout: seconds(6 * consumerTimeoutSeconds.scheduling),
    attempts: 5,
    late: minutes(15),
    alarms,
  }),
  notices: watchedQueue(scope, 'Notices', {
    impact: queueImpacts.notices.en,
    fifo: true,
    visibilityTimeout: seconds(6 * consumerTimeoutSeconds.notices),
    attempts: 5,
    late: minutes(30),
    alarms,
  }),
  results: watchedQueue(scope, 'Results', {
    impact: queueImpacts.results.en,
    visibilityTimeout: seconds(6 * consumerTimeoutSeconds.results),
    attempts: 5,
    late: minutes(60),
    alarms,
  }),
  incidents: watchedQueue(scope, 'Incidents', {
    impact: queueImpacts.incidents.en,
    // A look takes a second or two; one that failed is looked at again before the clock has run out.
    visibilityTimeout: seconds(consumerTimeoutSeconds.incidents + 10),
    attempts: 5,
    late: minutes(2),
    alarms,
  }),
  deliveries: watchedQueue(scope, 'Deliveries', {
    impact: queueImpacts.deliveries.en,
    // A report may be here before its message is on record: it is looked at again a minute later.
    visibilityTimeout: seconds(consumerTimeoutSeconds.deliveries + 10),
    attempts: 5,
    late: minutes(60),
    alarms,
  }),
  imports: watchedQueue(scope, 'Imports', {
    impact: queueImpacts.imports.en,
    // An interrupted run goes on where it was: nobody should wait for several timeouts.
    visibilityTimeout: seconds(consumerTimeoutSeconds.imports + 60),
    attempts: 5,
    late: minutes(30),
    alarms,
  }),
  files: watchedQueue(scope, 'Files', {
    impact: queueImpacts.files.en,
    visibilityTimeout: seconds(6 * consumerTimeoutSeconds.files),
    attempts: 5,
    late: minutes(60),
    alarms,
  }),
});
