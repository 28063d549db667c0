import { randomUUID } from 'node:crypto';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { dynamoGuesses } from '../../../lib/adapters/dynamo/guesses.ts';
import { embeddedTable } from '../../support/adapters/embedded-table.ts';
import { fakeGuesses } from '../../support/fakes/guesses.ts';

const engine = embeddedTable();
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 1) + minutes * 60_000);

describe.each([
  ['in memory', fakeGuesses],
  ['in DynamoDB', () => dynamoGuesses(engine.table)],
])('wrong codes %s', (_, make) => {
  it('are counted by source, however many come at once', async () => {
    const guesses = make();
    const [source, other] = [randomUUID(), randomUUID()];
    await Promise.all(Array.from({ length: 20 }, () => guesses.addWrong(source, 15, at(0))));
    expect(await guesses.wrong(source, 15, at(14))).toBe(20);
    expect(await guesses.wrong(other, 15, at(0))).toBe(0);
  });

  it('are forgotten when their stretch of time is over', async () => {
    const guesses = make();
    const source = randomUUID();
    await guesses.addWrong(source, 15, at(0));
    expect(await guesses.wrong(source, 15, at(15))).toBe(0);
  });
});

it('keeps no address of whoever tried, and nothing for long', async () => {
  await dynamoGuesses(engine.table).addWrong('192.0.2.77', 15, at(0));
  const { Items = [] } = await engine.table.client.send(new ScanCommand({ TableName: engine.table.name }));
  expect(JSON.stringify(Items)).not.toContain('192.0.2.77');
  for (const { expiresAt } of Items) expect(Number(expiresAt) * 1000).toBeLessThanOrEqual(at(30).getTime());
});
