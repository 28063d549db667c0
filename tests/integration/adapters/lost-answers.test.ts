import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import { dynamoAnswers } from '../../../lib/adapters/dynamo/answers.ts';
import { dynamoItems } from '../../../lib/adapters/dynamo/items.ts';
import { dynamoKnownResults } from '../../../lib/adapters/dynamo/known-results.ts';
import { dynamoPlans } from '../../../lib/adapters/dynamo/plans.ts';
import { documentClient } from '../../../lib/adapters/dynamo/table.ts';
import { anItem, aPlan } from '../../support/a-plan.ts';
import { embeddedTable, freshScope } from '../../support/adapters/embedded-table.ts';
import { fakeCredentials } from '../../support/adapters/open-table.ts';

const engine = embeddedTable();
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** The same table over a line that carries every write through and loses the first answer to each `lost` kind of it. */
const overBadLine = async (...lost: readonly ('PutItem' | 'UpdateItem')[]) => {
  const toLose = new Set(lost.map((action) => `DynamoDB_20120810.${action}`));
  const line = createServer(async (request, response) => {
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk);
    const target = String(request.headers['x-amz-target']);
    const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': target };
    const authorization = String(request.headers.authorization);
    const date = String(request.headers['x-amz-date']);
    const answer = await fetch(engine.endpoint, {
      method: 'POST',
      headers: { ...headers, authorization, 'x-amz-date': date },
      body: Buffer.concat(body),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (toLose.delete(target)) request.socket.destroy();
    else response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(bytes);
  });
  line.listen(0, '127.0.0.1');
  await once(line, 'listening');
  const endpoint = `http://127.0.0.1:${(line.address() as AddressInfo).port}`;
  const client = new DynamoDBClient({ endpoint, region: 'local', credentials: fakeCredentials, maxAttempts: 3 });
  stops.push(() => {
    client.destroy();
    line.closeAllConnections();
    line.close();
  });
  return { table: { name: engine.table.name, client: documentClient(client) }, wasLost: () => toLose.size === 0 };
};

describe('a write whose answer is lost on the line, and which the SDK sends again', () => {
  it('creates and changes a plan once', async () => {
    const scope = freshScope();
    const { table, wasLost } = await overBadLine('PutItem');
    expect(await dynamoPlans(table).create(aPlan(scope))).toBe('stored');
    expect(wasLost()).toBe(true);
    const again = await overBadLine('PutItem');
    expect(await dynamoPlans(again.table).change(aPlan({ ...scope, status: 'closed', version: 2 }))).toBe('stored');
    expect(await dynamoPlans(table).find(scope, 'P1')).toMatchObject({ status: 'closed', version: 2 });
  });

  it('imports a row once, and counts it as what it was', async () => {
    const scope = freshScope();
    const { table, wasLost } = await overBadLine('PutItem');
    expect(await dynamoItems(table).import(scope, [anItem()])).toMatchObject({ created: 1, unchanged: 0 });
    expect(wasLost()).toBe(true);
    expect(await dynamoItems(table).find(scope, 'I0001')).toMatchObject({ version: 1 });
  });

  it('claims a key for whoever wrote it, and keeps its answer', async () => {
    const key = { ...freshScope(), subject: 's', key: 'k' };
    const now = new Date('2026-11-23T01:00:00.000Z');
    const { table, wasLost } = await overBadLine('PutItem', 'UpdateItem');
    const answers = dynamoAnswers(table);
    expect(await answers.claim(key, 'h', 'mine', now)).toEqual({ state: 'new', seed: 'mine' });
    await answers.keep(key, { status: 201, body: 'done' }, now);
    expect(wasLost()).toBe(true);
    expect(await answers.claim(key, 'h', 'next', now)).toEqual({
      state: 'answered',
      answer: { status: 201, body: 'done' },
    });
  });

  it('records a result once', async () => {
    const scope = freshScope();
    const { table, wasLost } = await overBadLine('PutItem');
    const result = {
      recognitionClass: 'exits',
      on: '2026-12-01',
      visitId: 'v1',
      department: 'fire',
      itemId: 'I0001',
      validUntil: '2027-06-01',
    };
    await dynamoKnownResults(table).record(scope, 'B-01', [result]);
    expect(wasLost()).toBe(true);
    const known = await dynamoKnownResults(table).ofBusinesses(scope, ['B-01']);
    expect(known.get('B-01')).toEqual(new Map([['exits', result]]));
  });
});
