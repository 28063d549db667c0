import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  type Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { type QueueName, queueNames } from '../../lib/contract/queues.ts';
import type { FunctionName } from '../function-names.ts';
import { type Grants, grantsOf } from '../grants.ts';
import { acknowledge } from './acknowledge.ts';
import { type Channels, channelBinding } from './channels.ts';

/** What functions are bound to. A binding grants the actions and sets the variable at once, so neither comes alone. */
export type Resources = {
  readonly table: Table;
  readonly files: Bucket;
  readonly queues: Readonly<Record<QueueName, Queue>>;
  readonly deadLetters: Readonly<Record<QueueName, Queue>>;
  readonly district: string;
  readonly baseUrl: string;
  readonly claimPrefix?: string;
  readonly channels: Channels;
  /** What the site's CloudFront proves itself by, where one is deployed. */
  readonly siteKey?: string;
  readonly codeOf: (name: FunctionName) => Code;
};

/** How much a function may use: megabytes of memory, its share of processor time with it, and seconds. */
export type Size = { readonly memoryMegabytes: number; readonly timeoutSeconds: number };

type Binding = { readonly statements: readonly PolicyStatement[]; readonly environment: Record<string, string> };

const allow = (actions: readonly string[], resources: readonly string[]): PolicyStatement =>
  new PolicyStatement({ effect: Effect.ALLOW, actions: [...actions], resources: [...resources] });

const tableBinding = (table: Table, grants: Grants): Binding => {
  const actions = grants.table.map((action) => `dynamodb:${action}`);
  const indexes = (grants.indexes ?? []).map((index) => `${table.tableArn}/index/${index}`);
  if (actions.length + indexes.length === 0) return { statements: [], environment: {} };
  return {
    statements: [
      ...(actions.length > 0 ? [allow(actions, [table.tableArn])] : []),
      ...(indexes.length > 0 ? [allow(['dynamodb:Query'], indexes)] : []),
    ],
    environment: { TABLE: table.tableName },
  };
};

const queueBinding = (queues: Resources['queues'], grants: Grants): Binding => {
  const names = grants.sends ?? [];
  return {
    statements:
      names.length > 0
        ? [
            allow(
              ['sqs:SendMessage'],
              names.map((name) => queues[name].queueArn),
            ),
          ]
        : [],
    environment: Object.fromEntries(names.map((name) => [`${name.toUpperCase()}_QUEUE_URL`, queues[name].queueUrl])),
  };
};

/** Only the district's own files: their keys begin with its name. */
const filesBinding = ({ files, district }: Resources, grants: Grants): Binding => {
  if (!grants.files) return { statements: [], environment: {} };
  const actions = grants.files === 'write' ? ['s3:GetObject', 's3:PutObject'] : ['s3:GetObject'];
  return {
    statements: [allow(actions, [files.arnForObjects(`${district}/*`)])],
    environment: { FILES_BUCKET: files.bucketName, FILES_HOST: files.bucketRegionalDomainName },
  };
};

/** cdk-nag names a finding by the export that carries the bucket's name from stack to stack. */
const acknowledgeOwnFiles = (role: Role, { files, district }: Resources): void => {
  const data = Stack.of(files);
  const { 'Fn::ImportValue': exported } = data.resolve(data.exportValue(files.bucketArn));
  acknowledge(
    role,
    `AwsSolutions-IAM5[Resource::${exported}/${district}/*]`,
    'The files of the own district, whose names nobody knows beforehand.',
  );
};

/** SQS lets nobody look without receiving; only who may redrive may also delete and send back. */
const deadLetterBinding = ({ queues, deadLetters }: Resources, grants: Grants): Binding => {
  if (!grants.deadLetters) return { statements: [], environment: {} };
  const dead = Object.values(deadLetters).map(({ queueArn }) => queueArn);
  const working = Object.values(queues).map(({ queueArn }) => queueArn);
  const changes = grants.deadLetters === 'redrive' ? ['sqs:DeleteMessage', 'sqs:ChangeMessageVisibility'] : [];
  return {
    statements: [
      allow(['sqs:ReceiveMessage', 'sqs:GetQueueAttributes', ...changes], dead),
      allow(['sqs:GetQueueAttributes'], working),
    ],
    environment: Object.fromEntries(
      queueNames.flatMap((name) => [
        [`${name.toUpperCase()}_QUEUE_URL`, queues[name].queueUrl],
        [`${name.toUpperCase()}_DEAD_LETTERS_URL`, deadLetters[name].queueUrl],
      ]),
    ),
  };
};

/** One function of the closed table, with the log group, the role and the variables that its row of grants gives it. */
export const districtFunction = (
  scope: Construct,
  name: FunctionName,
  resources: Resources,
  size: Size,
  more: readonly PolicyStatement[] = [],
): LambdaFunction => {
  const grants = grantsOf(name);
  const logGroup = new LogGroup(scope, `${name}-log`, {
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const bindings = [
    tableBinding(resources.table, grants),
    queueBinding(resources.queues, grants),
    deadLetterBinding(resources, grants),
    filesBinding(resources, grants),
    channelBinding(Stack.of(scope), resources.channels, grants),
  ];
  const statements = [
    allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]),
    ...bindings.flatMap((binding) => binding.statements),
    ...more,
  ];
  const role = new Role(scope, `${name}-role`, {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    inlinePolicies: { grants: new PolicyDocument({ statements }) },
  });
  if (grants.files) acknowledgeOwnFiles(role, resources);
  return new LambdaFunction(scope, name, {
    description: name,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: 'index.handler',
    code: resources.codeOf(name),
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    applicationLogLevelV2: ApplicationLogLevel.INFO,
    systemLogLevelV2: SystemLogLevel.WARN,
    tracing: Tracing.DISABLED,
    memorySize: size.memoryMegabytes,
    timeout: Duration.seconds(size.timeoutSeconds),
    environment: {
      POWERTOOLS_SERVICE_NAME: name,
      DISTRICT: resources.district,
      BASE_URL: resources.baseUrl,
      ...(grants.countsByAddress && resources.siteKey ? { SITE_KEY: resources.siteKey } : {}),
      ...(resources.claimPrefix ? { CLAIM_PREFIX: resources.claimPrefix } : {}),
      ...Object.assign({}, ...bindings.map((binding) => binding.environment)),
    },
  });
};
