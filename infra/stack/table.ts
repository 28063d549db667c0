import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';

/** The indexes that functions may be granted by name; docs/data.md says what each holds. */
export const indexNames = ['byDay', 'byList', 'byCode', 'outbox', 'byPublication'] as const;
export type IndexName = (typeof indexNames)[number];

const string = (name: string) => ({ name, type: AttributeType.STRING });

/** The one table. Its physical design is docs/data.md; it outlives every stack that uses it. */
export const records = (scope: Construct): Table => {
  const table = new Table(scope, 'Records', {
    partitionKey: string('pk'),
    sortKey: string('sk'),
    billingMode: BillingMode.PAY_PER_REQUEST,
    timeToLiveAttribute: 'expiresAt',
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  table.addGlobalSecondaryIndex({
    indexName: 'byDay',
    partitionKey: string('dayPk'),
    sortKey: string('daySk'),
    projectionType: ProjectionType.INCLUDE,
    nonKeyAttributes: ['summary'],
  });
  table.addGlobalSecondaryIndex({ indexName: 'byList', partitionKey: string('listPk'), sortKey: string('listSk') });
  table.addGlobalSecondaryIndex({
    indexName: 'byCode',
    partitionKey: string('code'),
    projectionType: ProjectionType.KEYS_ONLY,
  });
  table.addGlobalSecondaryIndex({
    indexName: 'outbox',
    partitionKey: string('outboxPk'),
    sortKey: string('outboxSk'),
    projectionType: ProjectionType.KEYS_ONLY,
  });
  table.addGlobalSecondaryIndex({
    indexName: 'byPublication',
    partitionKey: string('publicPk'),
    sortKey: string('publicSk'),
    projectionType: ProjectionType.KEYS_ONLY,
  });
  return table;
};
