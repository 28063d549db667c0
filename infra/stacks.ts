import { type App, CfnOutput, CfnParameter, Stack } from 'aws-cdk-lib';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { areas } from '../lib/contract/operations.ts';
import type { FunctionName } from './function-names.ts';
import { acknowledgements } from './stack/acknowledgements.ts';
import type { Channels } from './stack/channels.ts';
import { consoleSite } from './stack/console-site.ts';
import { queueConsumers } from './stack/consumers.ts';
import { dashboard } from './stack/dashboard.ts';
import { emailReports, smsReportCollector, smsReports } from './stack/delivery-reports.ts';
import type { Resources } from './stack/district-function.ts';
import { fileStore } from './stack/file-store.ts';
import { httpApi } from './stack/http-api.ts';
import { operationRoutes, unknownRoute } from './stack/operation-routes.ts';
import { watchedQueues } from './stack/queues.ts';
import { outboxRelay } from './stack/relay.ts';
import { scheduledWorkers } from './stack/scheduled-workers.ts';
import { siteProof } from './stack/site-proof.ts';
import { records } from './stack/table.ts';

/** What a deployment may choose; the issuer and the audience of its tokens are parameters of the service stack. */
export type Deployment = {
  readonly codeOf: (name: FunctionName) => Code;
  /** The district whose visits the public routes show. */
  readonly district: string;
  /** Where links in notices point; without it, the API's own address. */
  readonly baseUrl?: string;
  /** What the issuer puts before our claims, such as `custom:`. */
  readonly claimPrefix?: string;
  /** Who gets the alarms by e-mail. */
  readonly alarmEmail?: string;
  readonly channels: Pick<Channels, 'emailFrom' | 'sms'> & {
    /** Asks for the parameter `WebhookKey` and posts notices to businesses that named an address. */
    readonly webhook?: boolean;
  };
  /** Where the console was built; without it none is deployed, as in Regions that have no CloudFront. */
  readonly consoleFolder?: string;
};

const webhookKey = (scope: Stack): string =>
  new CfnParameter(scope, 'WebhookKey', {
    type: 'String',
    minLength: 32,
    noEcho: true,
    description: 'The key that signs webhooks',
  }).valueAsString;

export type Stacks = { readonly data: Stack; readonly service: Stack; readonly operations: readonly Stack[] };

/**
 * The data, which is kept; the service, which may be thrown away and deployed again; the operations with their
 * routes, a stack for each area because CloudFormation takes at most 500 resources a stack; and the console, where it was built.
 */
export const inspectOnceStacks = (app: App, deployment: Deployment): Stacks => {
  const data = new Stack(app, 'InspectOnceData', {
    description: 'Inspect Once: the records. Kept.',
    terminationProtection: true,
  });
  const service = new Stack(app, 'InspectOnceService', {
    description: 'Inspect Once: API, queues and their consumers. Disposable.',
  });

  const table = records(data);
  const files = fileStore(data, deployment.district, deployment.baseUrl);
  const alarmTopic = new Topic(service, 'Alarms', { enforceSSL: true });
  alarmTopic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com'));
  if (deployment.alarmEmail) alarmTopic.addSubscription(new EmailSubscription(deployment.alarmEmail));
  const { api, alarms: apiAlarms } = httpApi(service, alarmTopic);
  const queues = watchedQueues(service, alarmTopic);
  const { emailFrom, sms, webhook } = deployment.channels;
  const siteKey = deployment.consoleFolder ? siteProof(service) : undefined;
  const resources: Resources = {
    ...deployment,
    siteKey,
    channels: {
      emailFrom,
      ...(emailFrom ? { emailReports: emailReports(service, queues.deliveries.queue) } : {}),
      sms,
      webhookKey: webhook ? webhookKey(service) : undefined,
    },
    table,
    files,
    baseUrl: deployment.baseUrl ?? api.apiEndpoint,
    queues: {
      planning: queues.planning.queue,
      scheduling: queues.scheduling.queue,
      notices: queues.notices.queue,
      results: queues.results.queue,
      deliveries: queues.deliveries.queue,
      incidents: queues.incidents.queue,
      files: queues.files.queue,
      imports: queues.imports.queue,
    },
    deadLetters: {
      planning: queues.planning.deadLetters,
      scheduling: queues.scheduling.deadLetters,
      notices: queues.notices.deadLetters,
      results: queues.results.deadLetters,
      deliveries: queues.deliveries.deadLetters,
      incidents: queues.incidents.deadLetters,
      files: queues.files.deadLetters,
      imports: queues.imports.deadLetters,
    },
  };
  const consumers = queueConsumers(service, resources);
  const { relay, alarms: relayAlarms } = outboxRelay(service, resources, alarmTopic);
  const { workers, alarms: workerAlarms } = scheduledWorkers(service, resources, alarmTopic);
  const collector = smsReportCollector(service, resources);
  if (sms) smsReports(service, collector);
  const watched = Object.values(queues);
  dashboard(service, {
    api,
    table,
    queues: watched,
    consumers: [...consumers, collector, relay, ...workers],
    alarms: [...apiAlarms, ...watched.flatMap(({ alarms }) => alarms), ...relayAlarms, ...workerAlarms],
  });
  new CfnOutput(service, 'Address', { value: api.apiEndpoint, description: 'Where the API answers' });

  const text = (id: string, description: string) =>
    new CfnParameter(service, id, { type: 'String', minLength: 1, description }).valueAsString;
  const issuer = text('Issuer', 'The OIDC issuer whose tokens staff present, as its discovery document names it');
  const audience = text('Audience', 'The audience that those tokens are made out to');
  const authorizer = new HttpJwtAuthorizer('Staff', issuer, { jwtAudience: [audience] });
  const operations = Object.entries(areas).map(([area, rows]) => {
    const stack = new Stack(app, `InspectOnce${area.charAt(0).toUpperCase()}${area.slice(1)}`, {
      description: `Inspect Once: one function per operation of the area ${area}. Disposable.`,
    });
    operationRoutes(stack, Object.values(rows), api, authorizer, resources);
    return stack;
  });
  unknownRoute(service, api, resources);
  if (deployment.consoleFolder && siteKey) {
    const site = new Stack(app, 'InspectOnceConsole', {
      description: 'Inspect Once: the console, and the API behind the same address. Disposable.',
    });
    consoleSite(site, { api, files, siteKey, folder: deployment.consoleFolder, claimPrefix: deployment.claimPrefix });
  }
  acknowledgements([service, ...operations]);
  return { data, service, operations };
};
