import { cancelVisit } from '../../lib/app/schedule/cancel-visit.ts';
import { insertUrgent } from '../../lib/app/schedule/insert-urgent.ts';
import { rescheduleVisit } from '../../lib/app/schedule/reschedule-visit.ts';
import { vetoVisit } from '../../lib/app/schedule/veto-visit.ts';
import type { Principal } from '../../lib/domain/principal.ts';
import type { ScheduleCommand } from '../../lib/domain/schedule/schedule-command.ts';
import { aRequest, coordinator } from './a-request.ts';
import { type District, district, drain } from './a-run.ts';

export const streetCoordinator: Principal = { ...coordinator, subject: 'street-1', street: 'S03' };

/** One change as somebody sends it. */
export type Sent =
  | {
      readonly operation: 'reschedule-visit' | 'cancel-visit' | 'veto-visit';
      readonly visitId: string;
      readonly body: object;
    }
  | { readonly operation: 'insert-urgent'; readonly body: object };

/** An urgent check of the fire exits at B-01 within the first half of December. */
export const anUrgentCheck = (overrides: object = {}) => ({
  businessId: 'B-01',
  items: ['I0001'],
  window: { notBefore: '2026-11-23', due: '2026-12-11' },
  legalBasis: '行政处罚法第五十四条',
  approval: { by: '局长' },
  mode: 'announced',
  reason: '群众举报',
  ...overrides,
});

/** Sends a change; what the operation answered. */
export const send = (ports: District, sent: Sent, who?: Principal) => {
  const { ids } = ports;
  const now = ports.clock.now().toISOString();
  const { body } = sent;
  if (sent.operation === 'insert-urgent') {
    return insertUrgent(ports, aRequest('insert-urgent', { body, ids, now, principal: who ?? coordinator }));
  }
  const parts = { params: { visitId: sent.visitId }, body, ids, now };
  switch (sent.operation) {
    case 'reschedule-visit':
      return rescheduleVisit(ports, aRequest('reschedule-visit', { ...parts, principal: who ?? coordinator }));
    case 'cancel-visit':
      return cancelVisit(ports, aRequest('cancel-visit', { ...parts, principal: who ?? coordinator }));
    default:
      return vetoVisit(ports, aRequest('veto-visit', { ...parts, principal: who ?? streetCoordinator }));
  }
};

/** Sends a change and works it off; the command as it ended. */
export const settled = async (ports: District, sent: Sent, who?: Principal): Promise<ScheduleCommand> => {
  const answer = await send(ports, sent, who);
  if (!('commandId' in answer)) throw new Error(JSON.stringify(answer));
  await drain(ports);
  const command = await ports.commands.find(district, answer.commandId);
  if (!command) throw new Error(`no command ${answer.commandId}`);
  return command;
};
