import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { SentMessage, SentMessages } from '../../app/ports/notice-ports.ts';
import type { DeliveryReport } from '../../domain/notices/delivery-report.ts';
import { sentMessageKey } from './keys.ts';
import { pack, unpack } from './record-body.ts';
import { getItem, type StoredItem } from './stored-item.ts';
import type { Table } from './table.ts';

const keptSeconds = 30 * 86_400;

/**
 * One small item a message, written from two sides: its sender's name for it is the body, what came back of it the report.
 * Each side writes the same however often, and reads the other in the same step, so neither needs a condition.
 */
export const dynamoSentMessages = (table: Table): SentMessages => {
  const write = async (part: 'body' | 'report', messageId: string, value: unknown, now: Date) => {
    const { Attributes } = await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: sentMessageKey(messageId),
        UpdateExpression: 'SET #part = :part, expiresAt = :expiresAt',
        ExpressionAttributeNames: { '#part': part },
        ExpressionAttributeValues: {
          ':part': pack(value),
          ':expiresAt': Math.floor(now.getTime() / 1000) + keptSeconds,
        },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return Attributes as StoredItem | undefined;
  };
  const messageOf = (item: StoredItem | undefined) =>
    item?.body === undefined ? undefined : unpack<SentMessage>(item.body);
  return {
    async note(message, now) {
      const report = (await write('body', message.messageId, message, now))?.report;
      return report === undefined ? undefined : unpack<DeliveryReport>(report);
    },
    async find(messageId) {
      return messageOf(await getItem(table, sentMessageKey(messageId)));
    },
    async keepReport(report, now) {
      return messageOf(await write('report', report.messageId, report, now));
    },
  };
};
