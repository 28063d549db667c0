import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { SentMessage, SentMessages } from '../../app/ports/notice-ports.ts';
import { sentMessageKey } from './keys.ts';
import { pack, unpack } from './record-body.ts';
import { getItem } from './stored-item.ts';
import type { Table } from './table.ts';

const keptSeconds = 30 * 86_400;

/** One small item a message. Its sender alone writes it, always the same, so it needs no condition. */
export const dynamoSentMessages = (table: Table): SentMessages => ({
  async note(message, now) {
    const expiresAt = Math.floor(now.getTime() / 1000) + keptSeconds;
    const Item = { ...sentMessageKey(message.messageId), body: pack(message), expiresAt };
    await table.client.send(new PutCommand({ TableName: table.name, Item }));
  },
  async find(messageId) {
    const found = await getItem(table, sentMessageKey(messageId));
    return found && unpack<SentMessage>(found.body);
  },
});
