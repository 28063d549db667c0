import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { districtFunction, type Resources } from './district-function.ts';
import { schedule } from './schedule.ts';

/** The morning's look at overdue reviews, with an alarm where a run fails for good. */
export const overdueReviews = (
  scope: Construct,
  resources: Resources,
  topic: ITopic,
): { readonly escalate: LambdaFunction; readonly alarms: readonly Alarm[] } => {
  const escalate = districtFunction(scope, 'escalate-reviews', resources, {
    memoryMegabytes: 512,
    timeoutSeconds: 120,
  });
  schedule(scope, escalate, { expression: 'cron(30 8 * * ? *)', retries: 3 });
  const failing = new Alarm(scope, 'EscalationFailing', {
    alarmDescription: 'Departments wait for reviews that nobody hears are overdue: this morning’s run failed.',
    metric: escalate.metricErrors({ period: Duration.hours(1), statistic: 'Sum' }),
    threshold: 3,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  failing.addAlarmAction(new SnsAction(topic));
  return { escalate, alarms: [failing] };
};
