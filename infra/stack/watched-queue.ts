import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

type WatchedQueueProps = {
  /** Who suffers while messages of this queue are not worked off: a sentence for the person whom the alarm wakes. */
  readonly impact: string;
  readonly fifo?: true;
  readonly visibilityTimeout: Duration;
  /** Attempts before a message goes to the dead letters. */
  readonly attempts: number;
  /** How old the oldest message may get before it is somebody's problem. */
  readonly late: Duration;
  readonly alarms: ITopic;
};

export type WatchedQueue = { readonly queue: Queue; readonly deadLetters: Queue; readonly alarms: readonly Alarm[] };

/** A queue with its dead-letter queue and the two alarms that say who suffers: messages given up, and messages late. */
export const watchedQueue = (scope: Construct, id: string, props: WatchedQueueProps): WatchedQueue => {
  const { fifo, impact } = props;
  const shared = { fifo, encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };
  const deadLetters = new Queue(scope, `${id}DeadLetters`, { ...shared, retentionPeriod: Duration.days(14) });
  acknowledge(deadLetters, 'Serverless-SQSRedrivePolicy', 'This is where the redrive of the queue beside it ends.');
  const queue = new Queue(scope, `${id}Queue`, {
    ...shared,
    visibilityTimeout: props.visibilityTimeout,
    retentionPeriod: Duration.days(4),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: props.attempts },
  });
  const givenUp = new Alarm(scope, `${id}GivenUp`, {
    alarmDescription: `${impact} Messages were given up; read them in the dead-letter queue, then redrive.`,
    metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: 'Maximum' }),
    threshold: 1,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  const late = new Alarm(scope, `${id}Late`, {
    alarmDescription: `${impact} The oldest message is older than ${props.late.toMinutes()} minutes.`,
    metric: queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(1), statistic: 'Maximum' }),
    threshold: props.late.toSeconds(),
    evaluationPeriods: 3,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  const alarms = [givenUp, late];
  for (const alarm of alarms) alarm.addAlarmAction(new SnsAction(props.alarms));
  return { queue, deadLetters, alarms };
};
