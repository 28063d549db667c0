import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import type { AnswerKey, Answers, Claim } from '../../app/ports/answer-ports.ts';
import { type KeptBody, keepBody, readBody } from './answer-body.ts';
import type { Key } from './stored-item.ts';
import type { Table } from './table.ts';

const keptSeconds = 48 * 3600;
const claimMs = 35_000; // longer than any function that answers may run
const mostLostRaces = 5;

type Claimed = {
  readonly bodyHash: string;
  /** Of the first claim: whoever takes over repeats its ids. */
  readonly seed: string;
  /** The seed the present claimant came with: tells its own put, whose answer got lost, from another's. */
  readonly claimant: string;
  /** Milliseconds since 1970; 0 where it was given back. */
  readonly claimedAtMs: number;
  readonly expiresAt: number;
  readonly kept?: KeptBody & { readonly statusCode: number };
};

const keyOf = ({ district, subject, key }: AnswerKey): Key => ({ pk: `D#${district}#ANSWERS#${subject}`, sk: key });
const secondsOf = (now: Date): number => Math.floor(now.getTime() / 1000);

const readClaim = async (table: Table, key: Key): Promise<Claimed | undefined> => {
  const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }));
  return (
    Item && {
      bodyHash: Item.bodyHash,
      seed: Item.seed,
      claimant: Item.claimant,
      claimedAtMs: Item.claimedAtMs,
      expiresAt: Item.expiresAt,
      ...(Item.kept && { kept: Item.kept }),
    }
  );
};

/** Whether a conditional write took effect. */
const tookEffect = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};

type Update = Pick<UpdateCommandInput, 'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeValues'>;

const update = (table: Table, key: Key, change: Update): Promise<boolean> =>
  tookEffect(table.client.send(new UpdateCommand({ TableName: table.name, Key: key, ...change })));

/** One item per key: claimed by one conditional put, answered once, gone by its time to live. */
export const dynamoAnswers = (table: Table): Answers => {
  /** DynamoDB removes what has expired only in its own time: until then it counts as absent. */
  const claimFree = (key: Key, bodyHash: string, seed: string, now: Date): Promise<boolean> => {
    const expiresAt = secondsOf(now) + keptSeconds;
    const Item = { ...key, bodyHash, seed, claimant: seed, claimedAtMs: now.getTime(), expiresAt };
    return tookEffect(
      table.client.send(
        new PutCommand({
          TableName: table.name,
          Item,
          ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
          ExpressionAttributeValues: { ':now': secondsOf(now) },
        }),
      ),
    );
  };

  const takeOver = (key: Key, { claimedAtMs }: Claimed, seed: string, now: Date): Promise<boolean> =>
    update(table, key, {
      UpdateExpression: 'SET claimant = :seed, claimedAtMs = :now',
      ConditionExpression: 'attribute_not_exists(kept) AND claimedAtMs = :before',
      ExpressionAttributeValues: { ':seed': seed, ':now': now.getTime(), ':before': claimedAtMs },
    });

  /** What a standing claim means to one who comes with `seed`; undefined where the claim may be taken over. */
  const judge = async (key: Key, standing: Claimed, bodyHash: string, seed: string): Promise<Claim | undefined> => {
    if (standing.bodyHash !== bodyHash) return { state: 'other-body' };
    if (standing.kept) {
      const body = await readBody(table, key, standing.kept);
      return { state: 'answered', answer: { status: standing.kept.statusCode, body } };
    }
    return standing.claimant === seed ? { state: 'new', seed: standing.seed } : undefined;
  };

  return {
    async claim(answerKey, bodyHash, seed, now) {
      const key = keyOf(answerKey);
      for (let race = 0; race < mostLostRaces; race += 1) {
        if (await claimFree(key, bodyHash, seed, now)) return { state: 'new', seed };
        const standing = await readClaim(table, key);
        if (!standing) continue;
        const judged = await judge(key, standing, bodyHash, seed);
        if (judged) return judged;
        if (now.getTime() - standing.claimedAtMs <= claimMs) return { state: 'in-progress' };
        if (await takeOver(key, standing, seed, now)) return { state: 'new', seed: standing.seed };
      }
      return { state: 'in-progress' };
    },

    async keep(answerKey, { status, body }, now) {
      const key = keyOf(answerKey);
      const expiresAt = secondsOf(now) + keptSeconds;
      const kept = { ...(await keepBody(table, key, body, expiresAt)), statusCode: status };
      await update(table, key, {
        UpdateExpression: 'SET kept = :kept, expiresAt = :expiresAt',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(kept)', // the first answer stands
        ExpressionAttributeValues: { ':kept': kept, ':expiresAt': expiresAt },
      });
    },

    async release(answerKey) {
      await update(table, keyOf(answerKey), {
        UpdateExpression: 'SET claimedAtMs = :free, claimant = :nobody',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(kept)',
        ExpressionAttributeValues: { ':free': 0, ':nobody': '' },
      });
    },
  };
};
