import { newCommand, type ScheduleCommand } from '../../lib/domain/schedule/schedule-command.ts';

/** A cancellation, just ordered. */
export const aCommand = (overrides: Partial<ScheduleCommand> = {}): ScheduleCommand => ({
  ...newCommand(
    {
      commandId: 'cmd-1',
      district: 'shangcheng',
      change: { kind: 'cancel-visit', visitId: 'B-01.v1', reason: '主体已注销' },
      sentBy: 'coordinator-1',
    },
    new Date('2026-11-23T01:00:00.000Z'),
  ),
  ...overrides,
});
