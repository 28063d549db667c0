import {
  BatchWriteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../../lib/adapters/dynamo/table.ts';
import { tableSchema } from './open-table.ts';

// Write units by the published rules of DynamoDB, as the embedded engine doesn't count indexes: an item costs a unit per
// started KB of the larger of before and after; so does an index entry that appears, goes or changes, twice where its key moves.

type Item = Readonly<Record<string, unknown>>;

const utf8 = (text: string): number => Buffer.byteLength(text);

const sizeOfValue = (value: unknown): number => {
  if (typeof value === 'string') return utf8(value);
  if (typeof value === 'number') return Math.ceil(String(Math.abs(value)).replace('.', '').length / 2) + 1;
  if (value instanceof Uint8Array) return value.byteLength;
  if (value instanceof Set) return [...value].reduce((sum: number, entry) => sum + sizeOfValue(entry), 0);
  if (Array.isArray(value)) return value.reduce((sum: number, entry) => sum + sizeOfValue(entry) + 1, 3);
  if (value !== null && typeof value === 'object') return sizeOfItem(value) + 3 + Object.keys(value).length;
  return 1;
};

/** Bytes of an item: names and values. */
export const sizeOfItem = (item: object): number =>
  Object.entries(item)
    .filter(([, value]) => value !== undefined)
    .reduce((sum, [name, value]) => sum + utf8(name) + sizeOfValue(value), 0);

const unitsOf = (...items: readonly (Item | undefined)[]): number =>
  Math.ceil(Math.max(...items.map((item) => (item ? sizeOfItem(item) : 0))) / 1024);

const sameBytes = (a: Item, b: Item): boolean => JSON.stringify(a) === JSON.stringify(b);

type Index = (typeof tableSchema.GlobalSecondaryIndexes)[number];

/** What an index holds of an item; undefined where the item isn't in it. */
const entryOf = ({ KeySchema, Projection }: Index, item: Item | undefined): Item | undefined => {
  const keys = KeySchema.map(({ AttributeName }) => AttributeName);
  if (!item || keys.some((key) => item[key] === undefined)) return undefined;
  if (Projection.ProjectionType === 'ALL') return item;
  const more = 'NonKeyAttributes' in Projection ? Projection.NonKeyAttributes : [];
  return Object.fromEntries(['pk', 'sk', ...keys, ...more].map((name) => [name, item[name]]));
};

const indexUnits = (index: Index, before: Item | undefined, after: Item | undefined): number => {
  const [old, next] = [entryOf(index, before), entryOf(index, after)];
  if (old && next && sameBytes(old, next)) return 0;
  const moved = old && next && index.KeySchema.some(({ AttributeName }) => old[AttributeName] !== next[AttributeName]);
  return moved ? unitsOf(old) + unitsOf(next) : unitsOf(old, next);
};

const writeUnits = (before: Item | undefined, after: Item | undefined): number =>
  Math.max(1, unitsOf(before, after)) +
  tableSchema.GlobalSecondaryIndexes.reduce((sum, index) => sum + indexUnits(index, before, after), 0);

const keysOf = (command: unknown, name: string): Record<string, unknown>[] => {
  const keyOf = ({ pk, sk }: Record<string, unknown>) => ({ pk, sk });
  if (command instanceof PutCommand) return [keyOf(command.input.Item ?? {})];
  if (command instanceof UpdateCommand) return [command.input.Key ?? {}];
  if (!(command instanceof BatchWriteCommand)) return [];
  return (command.input.RequestItems?.[name] ?? []).map(({ PutRequest }) => keyOf(PutRequest?.Item ?? {}));
};

/** The same table, with what its writes have cost since the last `take`. */
export const meteredTable = ({ name, client }: Table): { table: Table; take(): number } => {
  let units = 0;
  const read = async (Key: Record<string, unknown>) =>
    (await client.send(new GetCommand({ TableName: name, Key, ConsistentRead: true }))).Item;
  const send = async (command: never) => {
    const keys = keysOf(command, name);
    const before = await Promise.all(keys.map(read));
    const answer = await client.send(command);
    const after = await Promise.all(keys.map(read));
    for (const index of keys.keys()) units += writeUnits(before[index], after[index]);
    return answer;
  };
  const metered = new Proxy(client, {
    get: (target, member) => (member === 'send' ? send : Reflect.get(target, member)),
  });
  const take = () => {
    const taken = units;
    units = 0;
    return taken;
  };
  return { table: { name, client: metered as DynamoDBDocumentClient }, take };
};
