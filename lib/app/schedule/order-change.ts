import { authorityOf, type Principal, scopeOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { visitStateConflict } from '../../domain/schedule/call-off.ts';
import { newCommand, type ScheduleChange } from '../../domain/schedule/schedule-command.ts';
import { isAhead } from '../../domain/visits/visit.ts';
import type { Ids } from '../ports/clock-and-ids.ts';
import type { Ports } from '../ports.ts';
import { sendStored } from '../send-stored.ts';
import { versionMismatch } from '../version-mismatch.ts';
import { noSuchVisit } from '../visits/get-visit.ts';

type Accepted = { readonly commandId: string; readonly status: 'queued' };
type Asked = {
  readonly params: { readonly visitId: string };
  readonly principal: Principal;
  readonly now: Date;
  readonly ids: Ids;
  readonly ifMatch?: number;
};

/** Stores a command with its task and queues it behind what its district has under way; a command that stands already is left alone. */
export const storeOrder = async (
  ports: Pick<Ports, 'commands' | 'queues'>,
  sender: Principal | { readonly subject: 'business'; readonly district: string },
  commandId: string,
  change: ScheduleChange,
  now: Date,
): Promise<Accepted> => {
  const { subject, district } = sender;
  const who = { sentBy: subject, ...('role' in sender && { sentAs: authorityOf(sender) }) };
  await ports.commands.create(newCommand({ commandId, district, change, ...who }, now));
  await sendStored(() => ports.queues.schedule({ command: 'apply', district, commandId }));
  return { commandId, status: 'queued' };
};

/**
 * Orders a change of one visit of the caller's scope: what is known to be impossible is refused at once, the rest is
 * decided when its turn comes. A repeat under the same idempotency key finds its command and answers again.
 */
export const orderVisitChange = async (
  ports: Pick<Ports, 'commands' | 'queues' | 'visits'>,
  { params, principal, now, ids, ifMatch }: Asked,
  change: ScheduleChange,
): Promise<Accepted | Refusal> => {
  const scope = scopeOf(principal);
  const commandId = ids.next();
  if (await ports.commands.find(scope, commandId)) return { commandId, status: 'queued' };
  const visit = await ports.visits.find(scope, params.visitId);
  if (!visit) return noSuchVisit;
  const mismatch = versionMismatch(ifMatch, visit.version);
  if (mismatch) return mismatch;
  if (!isAhead(visit.status)) return visitStateConflict(visit);
  const { day, start } = visit;
  const isSeen = ifMatch !== undefined && change.kind === 'reschedule-visit';
  return storeOrder(ports, principal, commandId, isSeen ? { ...change, from: { day, start } } : change, now);
};
