import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  ProvisionedThroughputExceededException,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { dynamoAnswers } from '../../../lib/adapters/dynamo/answers.ts';
import { dynamoBusinesses } from '../../../lib/adapters/dynamo/businesses.ts';
import { dynamoItems } from '../../../lib/adapters/dynamo/items.ts';
import { dynamoPlans } from '../../../lib/adapters/dynamo/plans.ts';
import { pack } from '../../../lib/adapters/dynamo/record-body.ts';
import { dynamoVisits } from '../../../lib/adapters/dynamo/visits.ts';
import { aBusiness, anItem, aPlan, aRow } from '../../support/a-plan.ts';
import { aVisit } from '../../support/a-visit.ts';

const scope = { district: 'shangcheng' };
const refusedCondition = new ConditionalCheckFailedException({ message: 'no', $metadata: {} });
const throttled = new ProvisionedThroughputExceededException({ message: 'slow down', $metadata: {} });

const aTable = () => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'local' }));
  return { mock: mockClient(client), table: { name: 'records', client } };
};
const stored = (record: { version: number }) => ({
  Item: { pk: 'p', sk: 's', version: record.version, body: pack(record) },
});

describe('a write whose answer got lost', () => {
  it('is stored where the very same record stands', async () => {
    const { mock, table } = aTable();
    const plan = aPlan({ version: 2 });
    mock.on(PutCommand).rejects(refusedCondition);
    mock.on(GetCommand).resolves(stored(plan));
    expect(await dynamoPlans(table).change(plan)).toBe('stored');
    expect(mock.commandCalls(GetCommand)[0]?.args[0].input.ConsistentRead).toBe(true);
  });

  it('is a conflict where another record of the same version stands', async () => {
    const { mock, table } = aTable();
    mock.on(PutCommand).rejects(refusedCondition);
    mock.on(GetCommand).resolves(stored(aPlan({ version: 2, title: 'another' })));
    expect(await dynamoPlans(table).change(aPlan({ version: 2 }))).toBe('conflict');
  });

  it('counts an imported row as created, not as unchanged', async () => {
    const { mock, table } = aTable();
    mock.on(BatchGetCommand).resolves({ Responses: { records: [] } });
    mock.on(PutCommand).rejects(refusedCondition);
    mock.on(GetCommand).resolves({ Item: { pk: 'p', sk: 's', version: 1, body: pack(anItem()) } });
    expect(await dynamoItems(table).import(scope, [anItem()])).toMatchObject({ created: 1, unchanged: 0 });
  });

  it('of a claim still lets the claimant work', async () => {
    const { mock, table } = aTable();
    const claim = { bodyHash: 'h', seed: 'mine', claimant: 'mine', claimedAtMs: 0, expiresAt: 2e9 };
    mock.on(PutCommand).rejects(refusedCondition);
    mock.on(GetCommand).resolves({ Item: claim });
    const key = { ...scope, subject: 's', key: 'k' };
    expect(await dynamoAnswers(table).claim(key, 'h', 'mine', new Date(0))).toEqual({ state: 'new', seed: 'mine' });
    expect(await dynamoAnswers(table).claim(key, 'h', 'yours', new Date(0))).toEqual({ state: 'in-progress' });
  });
});

describe('an import', () => {
  it('decides a row again where another import came first', async () => {
    const { mock, table } = aTable();
    mock.on(BatchGetCommand).resolves({ Responses: { records: [] } });
    mock.on(PutCommand).rejectsOnce(refusedCondition).resolves({});
    mock.on(GetCommand).resolves({ Item: { pk: 'p', sk: 's', version: 4, body: pack(anItem({ minutes: 99 })) } });
    expect(await dynamoItems(table).import(scope, [anItem()])).toMatchObject({ changed: 1, created: 0 });
    expect(mock.commandCalls(PutCommand)[1]?.args[0].input).toMatchObject({
      ConditionExpression: 'version = :expected',
      ExpressionAttributeValues: { ':expected': 4 },
      Item: { version: 5 },
    });
  });

  it('names new streets before it writes a business, and none that are known', async () => {
    const { mock, table } = aTable();
    mock.on(GetCommand).resolves({ Item: { streets: new Set(['S03']) } });
    mock.on(BatchGetCommand).resolves({ Responses: { records: [] } });
    await dynamoBusinesses(table).import(scope, [aBusiness(), aBusiness({ businessId: 'B-02', street: 'S04' })]);
    const [first] = mock
      .calls()
      .filter(({ args: [command] }) => command instanceof UpdateCommand || command instanceof PutCommand);
    expect(first?.args[0].input).toMatchObject({ ExpressionAttributeValues: { ':added': new Set(['S04']) } });
    expect(mock.commandCalls(UpdateCommand)).toHaveLength(1);
  });
});

describe('a batch', () => {
  it('asks again for keys that were not processed, and for those only', async () => {
    const { mock, table } = aTable();
    const left = { pk: 'D#shangcheng#B#B-02', sk: 'PROFILE' };
    const item = (businessId: string) => ({ pk: businessId, sk: 'PROFILE', body: pack(aBusiness({ businessId })) });
    mock
      .on(BatchGetCommand)
      .resolvesOnce({ Responses: { records: [item('B-01')] }, UnprocessedKeys: { records: { Keys: [left] } } })
      .resolves({ Responses: { records: [item('B-02')] } });
    expect([...(await dynamoBusinesses(table).some(scope, ['B-01', 'B-02'])).keys()]).toEqual(['B-01', 'B-02']);
    const [, again] = mock.commandCalls(BatchGetCommand);
    expect(again?.args[0].input.RequestItems?.records?.Keys).toEqual([left]);
  });

  it('writes again what was not processed, and for those only', async () => {
    const { mock, table } = aTable();
    const left = { PutRequest: { Item: { pk: 'x', sk: 'y' } } };
    mock
      .on(BatchWriteCommand)
      .resolvesOnce({ UnprocessedItems: { records: [left] } })
      .resolves({});
    await dynamoPlans(table).writeBatch(scope, 'P1', 'b1', [aRow()]);
    expect(mock.commandCalls(BatchWriteCommand)[1]?.args[0].input.RequestItems).toEqual({ records: [left] });
  });

  it('reads each key once however often it is named, at most 100 a call', async () => {
    const { mock, table } = aTable();
    mock.on(BatchGetCommand).resolves({ Responses: { records: [] } });
    const ids = Array.from({ length: 250 }, (_, n) => `B-${n}`);
    await dynamoBusinesses(table).some(scope, [...ids, ...ids]);
    const sizes = mock
      .commandCalls(BatchGetCommand)
      .map(({ args }) => args[0].input.RequestItems?.records?.Keys?.length);
    expect(sizes.sort()).toEqual([100, 100, 50]);
  });
});

describe('a fault of the table', () => {
  it('is thrown, not answered', async () => {
    const { mock, table } = aTable();
    mock.onAnyCommand().rejects(throttled);
    const plans = dynamoPlans(table);
    await expect(plans.create(aPlan())).rejects.toBe(throttled);
    await expect(plans.find(scope, 'P1')).rejects.toBe(throttled);
    await expect(dynamoVisits(table).create(aVisit())).rejects.toBe(throttled);
  });
});

describe('a list', () => {
  it("always names its scope's own partition, whatever the cursor holds", async () => {
    const { mock, table } = aTable();
    const page = { Items: ['P2', 'P1'].map((planId) => ({ listSk: planId, body: pack(aPlan({ planId })) })) };
    mock.on(QueryCommand).resolves(page);
    const plans = dynamoPlans(table);
    const first = await plans.list(scope, { limit: 1 });
    const cursor = 'nextCursor' in first ? first.nextCursor : undefined;
    await plans.list(scope, { limit: 1, cursor });
    for (const { args } of mock.commandCalls(QueryCommand)) {
      expect(args[0].input.ExpressionAttributeValues).toMatchObject({ ':partition': 'D#shangcheng#PLANS' });
      expect(args[0].input.ExclusiveStartKey).toBeUndefined();
    }
  });
});
