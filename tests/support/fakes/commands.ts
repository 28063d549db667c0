import type { Commands } from '../../../lib/app/ports/schedule-ports.ts';
import type { ScheduleCommand } from '../../../lib/domain/schedule/schedule-command.ts';
import { byKey, copy, storeNew, storeNext } from './records.ts';

/** `stored` is open to tests. */
export const fakeCommands = (): Commands & { readonly stored: Map<string, ScheduleCommand> } => {
  const stored = new Map<string, ScheduleCommand>();
  const key = ({ district, commandId }: Pick<ScheduleCommand, 'district' | 'commandId'>) => `${district} ${commandId}`;
  return {
    stored,
    create: async (command) => storeNew(stored, key(command), command),
    change: async (command) => storeNext(stored, key(command), command),
    async find({ district }, commandId) {
      const found = stored.get(key({ district, commandId }));
      return found && copy(found);
    },
    latest: async ({ district }, count) =>
      [...stored.values()]
        .filter((command) => command.district === district)
        .sort(byKey(({ commandId }) => commandId))
        .reverse()
        .slice(0, count)
        .map(copy),
  };
};
