import { type DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../../lib/adapters/dynamo/table.ts';

type Asked = { readonly input: { ReturnConsumedCapacity?: 'TOTAL' } };
type Used = { readonly ConsumedCapacity?: { readonly CapacityUnits?: number } };

/** The same table, with the reads and writes since the last `take`, and read units as the engine counts them; it can be cut off. */
export const countCalls = ({ name, client }: Table) => {
  let counted = { reads: 0, readUnits: 0, writes: 0 };
  let writesLeft = Number.POSITIVE_INFINITY;
  const send = async (command: Asked) => {
    const isWrite = command instanceof PutCommand || command instanceof UpdateCommand;
    if (isWrite) {
      if (writesLeft === 0) throw new Error('cut off');
      writesLeft -= 1;
      counted.writes += 1;
      return client.send(command as never);
    }
    command.input.ReturnConsumedCapacity = 'TOTAL';
    const answer = (await client.send(command as never)) as Used;
    counted.reads += 1;
    counted.readUnits += answer.ConsumedCapacity?.CapacityUnits ?? 0;
    return answer;
  };
  const watched = new Proxy(client, {
    get: (target, member) => (member === 'send' ? send : Reflect.get(target, member)),
  });
  return {
    table: { name, client: watched as DynamoDBDocumentClient } satisfies Table,
    take: () => {
      const taken = counted;
      counted = { reads: 0, readUnits: 0, writes: 0 };
      return taken;
    },
    /** From then on no write arrives; `Infinity` ends that. */
    cutAfterWrites: (count: number): void => {
      writesLeft = count;
    },
  };
};
