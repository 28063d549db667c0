import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { districtFunction, type Resources } from './district-function.ts';
import { schedule } from './schedule.ts';

const impact = 'What failed to be queued at once stays unsent: visits without notice, consolidations that never start.';

/** The minute's sweep of the outbox index, with alarms for a sweep that fails and for one that does not happen. */
export const outboxRelay = (
  scope: Construct,
  resources: Resources,
  topic: ITopic,
): { readonly relay: LambdaFunction; readonly alarms: readonly Alarm[] } => {
  const relay = districtFunction(scope, 'relay-outbox', resources, { memoryMegabytes: 512, timeoutSeconds: 50 });
  // The next minute sweeps again: a retry would only run beside it.
  schedule(scope, relay, { expression: 'rate(1 minute)', retries: 0 });
  const failing = new Alarm(scope, 'RelayFailing', {
    alarmDescription: `${impact} The relay fails.`,
    metric: relay.metricErrors({ period: Duration.minutes(5), statistic: 'Sum' }),
    threshold: 3,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  const silent = new Alarm(scope, 'RelaySilent', {
    alarmDescription: `${impact} The relay has not run for ten minutes.`,
    metric: relay.metricInvocations({ period: Duration.minutes(5), statistic: 'Sum' }),
    threshold: 1,
    evaluationPeriods: 2,
    comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    treatMissingData: TreatMissingData.BREACHING,
  });
  const alarms = [failing, silent];
  for (const alarm of alarms) alarm.addAlarmAction(new SnsAction(topic));
  return { relay, alarms };
};
