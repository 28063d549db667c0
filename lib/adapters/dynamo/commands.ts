import type { Commands } from '../../app/ports/schedule-ports.ts';
import type { ScheduleCommand } from '../../domain/schedule/schedule-command.ts';
import { putVersion } from './conditional-write.ts';
import { commandsOf } from './keys.ts';
import { outboxAttributes } from './outbox-entry.ts';
import { queryPages } from './query.ts';
import { unpack } from './record-body.ts';
import { getItem, type StoredItem } from './stored-item.ts';
import type { Table } from './table.ts';

const itemOf = ({ district, commandId, outbox }: ScheduleCommand): StoredItem => {
  const key = { pk: commandsOf(district), sk: commandId };
  return { ...key, ...outboxAttributes(key, outbox) };
};

/** A district's commands lie together in order of time, so that the latest are read exactly, which no index could promise. */
export const dynamoCommands = (table: Table): Commands => ({
  create: (command) => putVersion(table, itemOf(command), command, 0),
  change: (command) => putVersion(table, itemOf(command), command),

  async find({ district }, commandId) {
    const found = await getItem(table, { pk: commandsOf(district), sk: commandId });
    return found && unpack<ScheduleCommand>(found.body);
  },

  async latest({ district }, count) {
    const query = { partition: commandsOf(district), order: 'descending', pageSize: count } as const;
    for await (const page of queryPages(table, query)) return page.map(({ body }) => unpack<ScheduleCommand>(body));
    return [];
  },
});
