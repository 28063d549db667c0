import { Duration } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { QueueName } from '../grants.ts';
import { type WatchedQueue, watchedQueue } from './watched-queue.ts';

const seconds = Duration.seconds;
const minutes = Duration.minutes;

/** Seconds that one run of each consumer may take. A queue hides a message for longer than that, or two would work on it. */
export const consumerTimeoutSeconds = {
  planning: 900,
  scheduling: 60,
  notices: 60,
  results: 60,
} as const satisfies Record<QueueName, number>;

/** The queues between the steps of the flow. */
export const watchedQueues = (scope: Construct, alarms: ITopic): Readonly<Record<QueueName, WatchedQueue>> => ({
  planning: watchedQueue(scope, 'Planning', {
    impact: 'Coordinators wait: the consolidation they started does not get planned, and no visit can be proposed.',
    // Just over one run: planning repeats itself safely, and after a crash nobody should wait for six timeouts.
    visibilityTimeout: seconds(consumerTimeoutSeconds.planning + 60),
    attempts: 3,
    late: minutes(20),
    alarms,
  }),
  scheduling: watchedQueue(scope, 'Scheduling', {
    impact: 'A whole district stands still: approved visits do not get published, urgent changes do not take effect.',
    fifo: true,
    visibilityTimeout: seconds(6 * consumerTimeoutSeconds.scheduling),
    attempts: 5,
    late: minutes(15),
    alarms,
  }),
  notices: watchedQueue(scope, 'Notices', {
    impact: 'Businesses are not told of visits that stand; inspectors may come unannounced where a notice is due.',
    fifo: true,
    visibilityTimeout: seconds(6 * consumerTimeoutSeconds.notices),
    attempts: 5,
    late: minutes(30),
    alarms,
  }),
  results: watchedQueue(scope, 'Results', {
    impact: 'Businesses get inspected again for what was just checked: results do not reach the other departments.',
    visibilityTimeout: seconds(6 * consumerTimeoutSeconds.results),
    attempts: 5,
    late: minutes(60),
    alarms,
  }),
});
