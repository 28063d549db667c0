import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { MessageFault, MessageFaults } from '../../app/ports/queue-ports.ts';
import { readItems } from './batch.ts';
import { messageFaultKey } from './keys.ts';
import { pack, unpack } from './record-body.ts';
import type { Table } from './table.ts';

const keptSeconds = 15 * 86_400; // a day longer than the dead letters themselves

/** One item a message, written over at each try that fails: the latest is what matters. */
export const dynamoMessageFaults = (table: Table): MessageFaults => ({
  async note(queue, fault) {
    const expiresAt = Math.floor(Date.parse(fault.at) / 1000) + keptSeconds;
    const Item = { ...messageFaultKey(queue, fault.messageId), body: pack(fault), expiresAt };
    await table.client.send(new PutCommand({ TableName: table.name, Item }));
  },
  async some(queue, messageIds) {
    const stored = await readItems(
      table,
      messageIds.map((messageId) => messageFaultKey(queue, messageId)),
    );
    return new Map(stored.map(({ sk, body }) => [sk, unpack<MessageFault>(body)]));
  },
});
