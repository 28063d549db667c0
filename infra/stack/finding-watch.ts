import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { districtFunction, type Resources } from './district-function.ts';
import { schedule } from './schedule.ts';

/** The quarter-hourly look at the clocks of findings and referrals, with an alarm where it keeps failing. */
export const findingWatch = (
  scope: Construct,
  resources: Resources,
  topic: ITopic,
): { readonly watch: LambdaFunction; readonly alarms: readonly Alarm[] } => {
  const watch = districtFunction(scope, 'watch-findings', resources, { memoryMegabytes: 512, timeoutSeconds: 300 });
  // The next quarter looks again: a retry would only run beside it.
  schedule(scope, watch, { expression: 'rate(15 minutes)', retries: 0 });
  const failing = new Alarm(scope, 'FindingWatchFailing', {
    alarmDescription:
      'Businesses are not reminded of what they have to correct, overdue findings stay unseen, legal clocks of referrals run out unannounced: the watch keeps failing.',
    metric: watch.metricErrors({ period: Duration.hours(1), statistic: 'Sum' }),
    threshold: 3,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  failing.addAlarmAction(new SnsAction(topic));
  return { watch, alarms: [failing] };
};
