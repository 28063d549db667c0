import { describe, expect, it } from 'vitest';
import { dynamoCommands } from '../../../lib/adapters/dynamo/commands.ts';
import { dynamoOutbox } from '../../../lib/adapters/dynamo/outbox.ts';
import type { OutboxEntry } from '../../../lib/app/ports/queue-ports.ts';
import { settleCommand } from '../../../lib/domain/schedule/schedule-command.ts';
import { aCommand } from '../../support/a-command.ts';
import { embeddedTable, freshScope } from '../../support/adapters/embedded-table.ts';
import { fakeCommands } from '../../support/fakes/commands.ts';
import { fakeOutbox } from '../../support/fakes/outbox.ts';

const engine = embeddedTable();
const now = new Date('2026-11-23T01:00:05.000Z');

const inMemory = () => {
  const commands = fakeCommands();
  const none = () => [];
  return { commands, outbox: fakeOutbox(none, none, () => commands.stored.values()) };
};

describe.each([
  ['in memory', inMemory],
  ['in DynamoDB', () => ({ commands: dynamoCommands(engine.table), outbox: dynamoOutbox(engine.table) })],
])('commands %s', (_, make) => {
  it('are created once, and changed only over the version before', async () => {
    const { commands } = make();
    const command = aCommand(freshScope());
    expect(await commands.create(command)).toBe('stored');
    expect(await commands.create(command)).toBe('stored');
    expect(await commands.create({ ...command, sentBy: 'another' })).toBe('conflict');
    const settled = settleCommand(command, { outcome: { visitId: 'B-01.v1' } }, now);
    expect(await commands.change(settled)).toBe('stored');
    expect(await commands.change(settled)).toBe('stored');
    expect(await commands.change({ ...settled, status: 'refused' })).toBe('conflict');
    expect(await commands.create(command)).toBe('conflict');
    expect(await commands.find(command, command.commandId)).toEqual(settled);
  });

  it('are found within their district alone', async () => {
    const { commands } = make();
    const command = aCommand(freshScope());
    await commands.create(command);
    expect(await commands.find(freshScope(), command.commandId)).toBeUndefined();
    expect(await commands.find(command, 'cmd-9')).toBeUndefined();
    expect(await commands.latest(freshScope(), 5)).toEqual([]);
  });

  it('are listed newest first, as many as asked for', async () => {
    const { commands } = make();
    const scope = freshScope();
    for (const n of [2, 1, 3]) await commands.create(aCommand({ ...scope, commandId: `cmd-${n}` }));
    const latest = await commands.latest(scope, 2);
    expect(latest.map(({ commandId }) => commandId)).toEqual(['cmd-3', 'cmd-2']);
  });

  it('stay in the outbox exactly as long as they are queued', async () => {
    const { commands, outbox } = make();
    const command = aCommand(freshScope());
    const pending = async () => {
      const found: OutboxEntry[] = [];
      for await (const entry of outbox.pending(now)) if (entry.district === command.district) found.push(entry);
      return found;
    };
    await commands.create(command);
    expect(await pending()).toEqual([{ task: 'apply', district: command.district, commandId: 'cmd-1' }]);
    await commands.change(settleCommand(command, { refusals: [{ path: 'day', code: 'same-time' }] }, now));
    expect(await pending()).toEqual([]);
  });
});
