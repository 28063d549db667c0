import * as z from 'zod';
import { localWebhookKey } from '../mailbox/local-channels.ts';
import { resolver, type Template } from './cloud-formation.ts';
import { type LocalEmailReports, type LocalLogSubscription, type OfType, readReports } from './read-reports.ts';

const text = z.string();
const texts = z.union([text.transform((one) => [one]), z.array(text)]);

const keySchema = z.array(z.object({ AttributeName: text, KeyType: z.enum(['HASH', 'RANGE']) }));
const projection = z.object({
  ProjectionType: z.enum(['ALL', 'INCLUDE', 'KEYS_ONLY']),
  NonKeyAttributes: z.array(text).optional(),
});
// Without the properties that the embedded engine does not know, such as recovery and deletion protection.
const tableProperties = z.object({
  KeySchema: keySchema,
  AttributeDefinitions: z.array(z.object({ AttributeName: text, AttributeType: z.enum(['S', 'N', 'B']) })),
  BillingMode: z.literal('PAY_PER_REQUEST'),
  GlobalSecondaryIndexes: z.array(z.object({ IndexName: text, KeySchema: keySchema, Projection: projection })),
});
const queueProperties = z.object({
  FifoQueue: z.boolean().optional(),
  VisibilityTimeout: z.number().optional(),
  MessageRetentionPeriod: z.number().optional(),
  RedrivePolicy: z.object({ deadLetterTargetArn: text, maxReceiveCount: z.number() }).optional(),
});
const functionProperties = z.object({
  Description: text,
  Role: text,
  MemorySize: z.number(),
  Timeout: z.number(),
  Environment: z.object({ Variables: z.record(text, text) }),
});
const statement = z.object({
  Effect: z.literal('Allow'),
  Action: texts,
  Resource: texts.default([]),
  NotResource: texts.optional(),
});
const roleProperties = z.object({
  Policies: z.array(z.object({ PolicyDocument: z.object({ Statement: z.array(statement) }) })),
});
const bucketProperties = z.object({
  LifecycleConfiguration: z
    .object({ Rules: z.array(z.object({ Prefix: text.optional(), ExpirationInDays: z.number().optional() })) })
    .optional(),
});
const routeProperties = z.object({ RouteKey: text, AuthorizationType: text, Target: text });
const integrationProperties = z.object({ IntegrationUri: text });
const sourceProperties = z.object({
  FunctionName: text,
  EventSourceArn: text,
  BatchSize: z.number(),
  ScalingConfig: z.object({ MaximumConcurrency: z.number() }),
});
const scheduleProperties = z.object({ Target: z.object({ Arn: text }) });

export type TableResource = z.infer<typeof tableProperties>;
export type Grant = {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Where it is so written: every resource but these. */
  readonly notResources?: readonly string[];
};
export type LocalFunction = {
  readonly name: string;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly grants: readonly Grant[];
};
export type LocalQueue = {
  readonly name: string;
  readonly arn: string;
  readonly fifo: boolean;
  readonly visibilitySeconds: number;
  readonly retentionSeconds: number;
  readonly redrive?: { readonly deadLetterTargetArn: string; readonly maxReceiveCount: number };
};
/** Files whose keys begin so are cleared away so many days after they were put. */
export type LocalExpiry = { readonly prefix: string; readonly days: number };
export type LocalRoute = { readonly key: string; readonly functionName: string; readonly signedIn: boolean };
export type LocalConsumer = {
  readonly functionName: string;
  readonly queueName: string;
  readonly batchSize: number;
  /** Batches that are worked on at once. */
  readonly concurrency: number;
};

/** What of the stacks runs on one machine, with every reference resolved. */
export type LocalStack = {
  readonly tableName: string;
  readonly table: TableResource;
  readonly queues: readonly LocalQueue[];
  readonly functions: readonly LocalFunction[];
  readonly routes: readonly LocalRoute[];
  readonly consumers: readonly LocalConsumer[];
  readonly scheduled: readonly string[];
  readonly expiries: readonly LocalExpiry[];
  readonly emailReports: readonly LocalEmailReports[];
  readonly logSubscriptions: readonly LocalLogSubscription[];
};

export const localAccount = '000000000000';
export const localRegion = 'us-east-1';
const tableName = 'inspect-once';
/** Its first part of a path is also where the one-machine run has the bucket, beside its API. */
export const bucketName = 'inspect-once-files';
export const tableArn = (name: string): string => `arn:aws:dynamodb:${localRegion}:${localAccount}:table/${name}`;
export const bucketArn = `arn:aws:s3:::${bucketName}`;
export const queueArn = (name: string): string => `arn:aws:sqs:${localRegion}:${localAccount}:${name}`;
export const sesArn = (resource: string): string => `arn:aws:ses:${localRegion}:${localAccount}:${resource}`;

/** What a deployment is told beside its template, or knows by where it is. */
const given: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws',
  'AWS::Region': localRegion,
  'AWS::AccountId': localAccount,
  WebhookKey: localWebhookKey,
};

const present = <Value>(value: Value | undefined, what: string): Value => {
  if (value === undefined) throw new Error(`the template has no ${what}`);
  return value;
};

/** Reads the templates; `baseUrl` is where the gateway listens, `queueUrlOf` where the engine keeps a queue of that name. */
export const readStack = (
  templates: readonly Template[],
  baseUrl: string,
  queueUrlOf: (queueName: string) => string,
): LocalStack => {
  const resources = new Map(templates.flatMap(({ Resources }) => Object.entries(Resources)));
  const queueName = (id: string): string => (resources.get(id)?.Properties.FifoQueue === true ? `${id}.fifo` : id);

  const resolve = resolver(templates, (id, attribute) => {
    if (attribute === undefined && id in given) return given[id];
    switch (resources.get(id)?.Type) {
      case 'AWS::DynamoDB::Table':
        return attribute === 'Arn' ? tableArn(tableName) : tableName;
      case 'AWS::S3::Bucket':
        if (attribute === 'Arn') return bucketArn;
        return attribute === undefined ? bucketName : `${bucketName}.s3.${localRegion}.amazonaws.com`;
      case 'AWS::SQS::Queue':
        if (attribute === 'Arn') return queueArn(queueName(id));
        return attribute === 'QueueName' ? queueName(id) : queueUrlOf(queueName(id));
      case 'AWS::ApiGatewayV2::Api':
        return attribute === 'ApiEndpoint' ? baseUrl : id;
      default:
        // A function, role or integration is told from others by its logical id, whichever way it is referred to.
        return resources.has(id) ? id : undefined;
    }
  });
  const ofType: OfType = (type, schema) =>
    [...resources]
      .filter(([, resource]) => resource.Type === type)
      .map(([id, resource]) => [id, schema.parse(resolve(resource.Properties))] as const);

  const roles = new Map(
    [...resources]
      .filter(([, { Type, Properties }]) => Type === 'AWS::IAM::Role' && 'Policies' in Properties)
      .map(([id, { Properties }]) => [id, roleProperties.parse(resolve(Properties))] as const),
  );
  const functions = new Map(
    ofType('AWS::Lambda::Function', functionProperties).map(([id, properties]) => [
      id,
      {
        name: properties.Description,
        timeoutSeconds: properties.Timeout,
        memoryMegabytes: properties.MemorySize,
        environment: properties.Environment.Variables,
        grants: present(roles.get(properties.Role), `role ${properties.Role}`).Policies.flatMap(({ PolicyDocument }) =>
          PolicyDocument.Statement.map(({ Action, Resource, NotResource }) => ({
            actions: Action,
            resources: Resource,
            notResources: NotResource,
          })),
        ),
      },
    ]),
  );
  const functionNamed = (id: string): string => present(functions.get(id), `function ${id}`).name;
  const queues = ofType('AWS::SQS::Queue', queueProperties).map(([id, properties]) => ({
    name: queueName(id),
    arn: queueArn(queueName(id)),
    fifo: properties.FifoQueue === true,
    visibilitySeconds: properties.VisibilityTimeout ?? 30,
    retentionSeconds: properties.MessageRetentionPeriod ?? 345_600,
    redrive: properties.RedrivePolicy,
  }));
  const integrations = new Map(ofType('AWS::ApiGatewayV2::Integration', integrationProperties));
  const queueNamed = (arn: string): string =>
    present(
      queues.find((queue) => queue.arn === arn),
      arn,
    ).name;
  const reports = readReports(ofType, queueNamed, functionNamed);

  return {
    tableName,
    table: present(ofType('AWS::DynamoDB::Table', tableProperties)[0], 'table')[1],
    queues,
    functions: [...functions.values()],
    routes: ofType('AWS::ApiGatewayV2::Route', routeProperties).map(([, { RouteKey, AuthorizationType, Target }]) => ({
      key: RouteKey,
      signedIn: AuthorizationType === 'JWT',
      functionName: functionNamed(
        present(integrations.get(Target.replace('integrations/', '')), Target).IntegrationUri,
      ),
    })),
    consumers: ofType('AWS::Lambda::EventSourceMapping', sourceProperties).map(([, source]) => ({
      functionName: functionNamed(source.FunctionName),
      queueName: queueNamed(source.EventSourceArn),
      batchSize: source.BatchSize,
      concurrency: source.ScalingConfig.MaximumConcurrency,
    })),
    expiries: ofType('AWS::S3::Bucket', bucketProperties).flatMap(
      ([, { LifecycleConfiguration: { Rules } = { Rules: [] } }]) =>
        Rules.flatMap(({ Prefix, ExpirationInDays }) =>
          Prefix === undefined || ExpirationInDays === undefined ? [] : [{ prefix: Prefix, days: ExpirationInDays }],
        ),
    ),
    scheduled: ofType('AWS::Scheduler::Schedule', scheduleProperties).map(([, { Target }]) =>
      functionNamed(Target.Arn),
    ),
    emailReports: reports.emails,
    logSubscriptions: reports.logs,
  };
};
