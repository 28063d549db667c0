import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { FunctionName } from '../function-names.ts';
import { districtFunction, type Resources } from './district-function.ts';
import { schedule } from './schedule.ts';

type Run = {
  readonly name: FunctionName;
  /** `rate(…)` or `cron(…)`, the latter by the district's clock. */
  readonly expression: string;
  readonly retries: number;
  readonly timeoutSeconds: number;
  /** The alarm's id, and who suffers when runs fail for good. */
  readonly alarm: string;
  readonly suffers: string;
};

const runs: readonly Run[] = [
  {
    name: 'open-recurrences',
    expression: 'cron(0 7 * * ? *)',
    retries: 3,
    timeoutSeconds: 300,
    alarm: 'RecurrencesFailing',
    suffers: 'Departments miss the plans that come again every month: this morning’s run failed.',
  },
  {
    name: 'remind-visits',
    expression: 'cron(0 8 * * ? *)',
    retries: 3,
    timeoutSeconds: 300,
    alarm: 'RemindersFailing',
    suffers: 'Businesses are not reminded of the visits of the next working day: this morning’s run failed.',
  },
  {
    name: 'escalate-reviews',
    expression: 'cron(30 8 * * ? *)',
    retries: 3,
    timeoutSeconds: 120,
    alarm: 'EscalationFailing',
    suffers: 'Departments wait for reviews that nobody hears are overdue: this morning’s run failed.',
  },
  {
    name: 'watch-findings',
    // The next quarter looks again: a retry would only run beside it.
    expression: 'rate(15 minutes)',
    retries: 0,
    timeoutSeconds: 300,
    alarm: 'FindingWatchFailing',
    suffers:
      'Businesses are not reminded of what they have to correct, overdue findings stay unseen, legal clocks of referrals run out unannounced: the watch keeps failing.',
  },
];

/** What runs by the clock, each with an alarm where three runs of an hour fail. */
export const scheduledWorkers = (
  scope: Construct,
  resources: Resources,
  topic: ITopic,
): { readonly workers: readonly LambdaFunction[]; readonly alarms: readonly Alarm[] } => {
  const made = runs.map(({ name, expression, retries, timeoutSeconds, alarm, suffers }) => {
    const worker = districtFunction(scope, name, resources, { memoryMegabytes: 512, timeoutSeconds });
    schedule(scope, worker, { expression, retries });
    const failing = new Alarm(scope, alarm, {
      alarmDescription: suffers,
      metric: worker.metricErrors({ period: Duration.hours(1), statistic: 'Sum' }),
      threshold: 3,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    failing.addAlarmAction(new SnsAction(topic));
    return { worker, alarm: failing };
  });
  return { workers: made.map(({ worker }) => worker), alarms: made.map(({ alarm }) => alarm) };
};
