import { createHash } from 'node:crypto';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Guesses } from '../../app/ports/notice-ports.ts';
import { guessesKey } from './keys.ts';
import { getItem } from './stored-item.ts';
import type { Table } from './table.ts';

/** Which stretch of `minutes` an instant lies in, counted from 1970. */
const stretchOf = (now: Date, minutes: number): number => Math.floor(now.getTime() / (minutes * 60_000));

/** A source's address is kept by its hash, for one stretch and the next: nobody needs to know who mistyped a code. */
const keyOf = (source: string, now: Date, minutes: number) =>
  guessesKey(
    createHash('sha256')
      .update(`${stretchOf(now, minutes)} ${source}`)
      .digest('base64url'),
  );

/** One counter a source and stretch of time, gone by its time to live. */
export const dynamoGuesses = (table: Table): Guesses => ({
  async wrong(source, minutes, now) {
    const found = await getItem(table, keyOf(source, now, minutes));
    return Number(found?.wrong ?? 0);
  },
  async addWrong(source, minutes, now) {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: keyOf(source, now, minutes),
        UpdateExpression: 'SET expiresAt = :expiresAt ADD wrong :one',
        ExpressionAttributeValues: { ':one': 1, ':expiresAt': (stretchOf(now, minutes) + 2) * minutes * 60 },
      }),
    );
  },
});
