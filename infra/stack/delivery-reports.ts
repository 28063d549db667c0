import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, LogGroup, RetentionDays, SubscriptionFilter } from 'aws-cdk-lib/aws-logs';
import { LambdaDestination } from 'aws-cdk-lib/aws-logs-destinations';
import { ConfigurationSet, EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { districtFunction, type Resources } from './district-function.ts';

/**
 * What becomes of e-mails: SES's events by a topic into the queue, unwrapped. Answers the name of the configuration set
 * that messages have to name so that they are reported on. A test send names none: nobody asks what became of it.
 */
export const emailReports = (scope: Construct, deliveries: Queue): string => {
  const topic = new Topic(scope, 'EmailEvents', { enforceSSL: true });
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('ses.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'AWS:SourceAccount': Stack.of(scope).account } },
    }),
  );
  topic.addSubscription(new SqsSubscription(deliveries, { rawMessageDelivery: true }));
  const set = new ConfigurationSet(scope, 'EmailReports', { reputationMetrics: true });
  set.addEventDestination('EmailEventsDestination', {
    destination: EventDestination.snsTopic(topic),
    events: [
      EmailSendingEvent.BOUNCE,
      EmailSendingEvent.COMPLAINT,
      EmailSendingEvent.DELIVERY,
      EmailSendingEvent.REJECT,
    ],
  });
  return set.configurationSetName;
};

/** The function that passes the delivery reports of text messages on. */
export const smsReportCollector = (scope: Construct, resources: Resources): LambdaFunction =>
  districtFunction(scope, 'collect-sms-reports', resources, { memoryMegabytes: 256, timeoutSeconds: 30 });

/**
 * What becomes of text messages: SNS writes it into two log groups of fixed names, and nowhere else. The account has to
 * allow SNS to write there once (docs/delivery.md).
 */
export const smsReports = (scope: Construct, collector: LambdaFunction): void => {
  const { region, account } = Stack.of(scope);
  const written = `sns/${region}/${account}/DirectPublishToPhoneNumber`;
  for (const [id, logGroupName] of [
    ['SmsReports', written],
    ['SmsFailures', `${written}/Failure`],
  ] as const) {
    const logGroup = new LogGroup(scope, id, {
      logGroupName,
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new SubscriptionFilter(scope, `${id}Filter`, {
      logGroup,
      destination: new LambdaDestination(collector),
      filterPattern: FilterPattern.allEvents(),
    });
  }
};
