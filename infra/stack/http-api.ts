import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** Names the route, not the path: the path of a notice holds the token that opens it. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    at: '$context.requestTimeEpoch',
    requestId: '$context.requestId',
    route: '$context.routeKey',
    status: '$context.status',
    milliseconds: '$context.responseLatency',
    functionMilliseconds: '$context.integrationLatency',
    responseBytes: '$context.responseLength',
    sourceIp: '$context.identity.sourceIp',
    authorizerError: '$context.authorizer.error',
    integrationError: '$context.integrationErrorMessage',
  }),
);

/** The API without its routes: they live in a stack of their own, so that each stays below CloudFormation's 500 resources. */
export const httpApi = (
  scope: Construct,
  topic: ITopic,
): { readonly api: HttpApi; readonly alarms: readonly Alarm[] } => {
  const api = new HttpApi(scope, 'Api', { createDefaultStage: false });
  const logGroup = new LogGroup(scope, 'ApiAccess', {
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  new HttpStage(scope, 'ApiStage', {
    httpApi: api,
    autoDeploy: true,
    throttle: { rateLimit: 500, burstLimit: 1000 },
    detailedMetricsEnabled: true,
    accessLogSettings: { destination: new LogGroupLogDestination(logGroup), format: accessLogFormat },
  });
  const failing = new Alarm(scope, 'ApiFailing', {
    alarmDescription: 'Everybody who works with the service gets faults: look for level ERROR in the functions’ logs.',
    metric: api.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
    threshold: 5,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  const slow = new Alarm(scope, 'ApiSlow', {
    alarmDescription: 'People wait seconds for each answer: look for a throttled table or functions that start cold.',
    metric: api.metricLatency({ period: Duration.minutes(5), statistic: 'p99' }),
    threshold: 5000,
    evaluationPeriods: 3,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  const alarms = [failing, slow];
  for (const alarm of alarms) alarm.addAlarmAction(new SnsAction(topic));
  return { api, alarms };
};
