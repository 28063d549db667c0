import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { StoredItem } from './stored-item.ts';
import type { Table } from './table.ts';

const keyNames = {
  table: { partition: 'pk', sort: 'sk' },
  byDay: { partition: 'dayPk', sort: 'daySk' },
  byList: { partition: 'listPk', sort: 'listSk' },
  outbox: { partition: 'outboxPk', sort: 'outboxSk' },
  byPublication: { partition: 'publicPk', sort: 'publicSk' },
} as const;

/** Sort keys from `from` to `to`, both included. */
export type Range = { readonly from: string; readonly to: string };

export type Query = {
  readonly index?: 'byDay' | 'byList' | 'outbox' | 'byPublication';
  readonly partition: string;
  readonly range?: Range;
  readonly order?: 'ascending' | 'descending';
  /** Items per round trip; 1 MB where absent. */
  readonly pageSize?: number;
};

/** Sorts after every key that begins as it does. */
export const last = '\u{10FFFF}';
export const everything: Range = { from: ' ', to: last };
export const beginsWith = (prefix: string): Range => ({ from: prefix, to: `${prefix}${last}` });
/** What follows `key` in a range: no stored key holds a space, so nothing lies between. */
export const after = (key: string): string => `${key} `;
const isEmpty = ({ from, to }: Range): boolean => Buffer.compare(Buffer.from(from), Buffer.from(to)) > 0;

/** The items of one partition in the order of their sort key, a page per round trip. */
export async function* queryPages(table: Table, query: Query): AsyncGenerator<readonly StoredItem[], void> {
  const { index, partition, range = everything, order, pageSize } = query;
  if (isEmpty(range)) return;
  const names = keyNames[index ?? 'table'];
  // Without an upper bound where there is none: engines that order by UTF-16 have characters that lie above `last`.
  const isOpen = range.to === last;
  let start: Record<string, unknown> | undefined;
  do {
    const { Items, LastEvaluatedKey } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        ...(index ? { IndexName: index } : { ConsistentRead: true }),
        KeyConditionExpression: `#partition = :partition AND #sort ${isOpen ? '>= :from' : 'BETWEEN :from AND :to'}`,
        ExpressionAttributeNames: { '#partition': names.partition, '#sort': names.sort },
        ExpressionAttributeValues: {
          ':partition': partition,
          ':from': range.from,
          ...(isOpen ? {} : { ':to': range.to }),
        },
        ScanIndexForward: order !== 'descending',
        Limit: pageSize,
        ExclusiveStartKey: start,
      }),
    );
    yield (Items ?? []).map((item) => ({ ...item, pk: item.pk, sk: item.sk }));
    start = LastEvaluatedKey;
  } while (start !== undefined);
}

export const queryAll = async (table: Table, query: Query): Promise<StoredItem[]> => {
  const items: StoredItem[] = [];
  for await (const page of queryPages(table, query)) items.push(...page);
  return items;
};
