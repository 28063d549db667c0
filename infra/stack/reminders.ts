import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { districtFunction, type Resources } from './district-function.ts';
import { schedule } from './schedule.ts';

/** The morning's reminders, with an alarm where a run fails for good. */
export const reminders = (
  scope: Construct,
  resources: Resources,
  topic: ITopic,
): { readonly remind: LambdaFunction; readonly alarms: readonly Alarm[] } => {
  const remind = districtFunction(scope, 'remind-visits', resources, { memoryMegabytes: 512, timeoutSeconds: 300 });
  schedule(scope, remind, { expression: 'cron(0 8 * * ? *)', retries: 3 });
  const failing = new Alarm(scope, 'RemindersFailing', {
    alarmDescription: 'Businesses are not reminded of the visits of the next working day: this morning’s run failed.',
    metric: remind.metricErrors({ period: Duration.hours(1), statistic: 'Sum' }),
    threshold: 3,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  failing.addAlarmAction(new SnsAction(topic));
  return { remind, alarms: [failing] };
};
