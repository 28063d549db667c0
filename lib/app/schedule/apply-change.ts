import { isDeepStrictEqual } from 'node:util';
import type { ChangeMessage } from '../../contract/messages.ts';
import {
  decideCommand,
  type ScheduleChange,
  type ScheduleCommand,
  settleCommand,
} from '../../domain/schedule/schedule-command.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';
import { sendStored } from '../send-stored.ts';
import { applyRepair, type RepairChange } from './apply-repair.ts';
import { claimVisits } from './claim-visits.ts';
import { decideInsertion, keepUrgentPlan } from './decide-insertion.ts';
import { type Decided, decideVisitChange } from './decide-visit-change.ts';
import type { InsertionPorts } from './insertion-state.ts';

type Needs = InsertionPorts & Pick<Ports, 'absences' | 'queues' | 'codes' | 'clock'>;
type SingleChange = Exclude<ScheduleChange, { kind: 'repair-absence' }>;
type Writes = Extract<Decided, { write: unknown }>;

const mostRaces = 10;

const decide = (ports: Needs, command: ScheduleCommand, change: SingleChange): Promise<Decided> => {
  const now = ports.clock.now();
  return change.kind === 'insert-urgent'
    ? decideInsertion(ports, command, change, now)
    : decideVisitChange(ports, command, change, now);
};

/**
 * What an insertion leaves behind before its visit: the decision, so that a second attempt makes the same one and can
 * still tell what it was chosen from, and the plan. Undefined after a lost race.
 */
const prepare = async (
  ports: Needs,
  command: ScheduleCommand,
  { outcome }: Writes,
): Promise<ScheduleCommand | undefined> => {
  const { change } = command;
  if (change.kind !== 'insert-urgent') return command;
  const decided = isDeepStrictEqual(command.outcome, outcome) ? command : decideCommand(command, outcome);
  if (decided !== command && (await ports.commands.change(decided)) === 'conflict') return undefined;
  await keepUrgentPlan(ports, change);
  return decided;
};

const write = async (ports: Needs, command: ScheduleCommand, decided: Writes): Promise<ScheduleCommand | undefined> => {
  const prepared = await prepare(ports, command, decided);
  if (!prepared) return undefined;
  const { visit, claims } = decided;
  const writer = { by: command.commandId, now: ports.clock.now() };
  if ((await claimVisits(ports, claims, [visit], writer)) === 'conflict') return undefined;
  const stored = decided.write === 'create' ? await ports.visits.create(visit) : await ports.visits.change(visit);
  return stored === 'stored' ? prepared : undefined;
};

const notify = async (ports: Needs, { district, visitId, businessId, notice, outbox }: Visit): Promise<void> => {
  if (outbox?.task !== 'send-notice') return;
  await sendStored(() => ports.queues.notify({ district, visitId, version: notice.version }, businessId));
};

/** The moves of an absence: several visits, each written by itself. */
const attemptRepair = async (ports: Needs, command: ScheduleCommand, change: RepairChange): Promise<boolean> => {
  const repaired = await applyRepair(ports, command, change, ports.clock.now());
  if (repaired === 'conflict') return false;
  const end = 'refusals' in repaired ? repaired : { outcome: repaired.outcome };
  if ((await ports.commands.change(settleCommand(command, end, ports.clock.now()))) === 'conflict') return false;
  if ('visits' in repaired) for (const visit of repaired.visits) await notify(ports, visit);
  return true;
};

/** One attempt on what stands now; false where another writer came in between. */
const attempt = async (ports: Needs, command: ScheduleCommand): Promise<boolean> => {
  const { change } = command;
  if (change.kind === 'repair-absence') return attemptRepair(ports, command, change);
  const decided = await decide(ports, command, change);
  const settle = async (standing: ScheduleCommand, end: Parameters<typeof settleCommand>[1]): Promise<boolean> =>
    (await ports.commands.change(settleCommand(standing, end, ports.clock.now()))) === 'stored';
  if ('refusal' in decided) {
    const { outcome, refusal } = decided;
    return settle(command, { ...(outcome && { outcome }), refusals: refusal.errors });
  }
  const written = 'write' in decided ? await write(ports, command, decided) : command;
  if (!written) return false;
  const settled = await settle(written, { outcome: decided.outcome });
  if (settled) await notify(ports, 'write' in decided ? decided.visit : decided.stands);
  return settled;
};

/**
 * Applies one ordered change: read the command, decide it against the schedule as it stands, write the effect, settle the
 * command, send the notice. Whatever is cut off or comes twice finds the effect on the visit or the command settled, and
 * goes on from there; a command that is settled is left alone.
 */
export const applyChange = async (ports: Needs, { district, commandId }: ChangeMessage): Promise<void> => {
  for (let race = 0; race < mostRaces; race += 1) {
    const command = await ports.commands.find({ district }, commandId);
    if (command?.status !== 'queued' || (await attempt(ports, command))) return;
  }
  throw new Error(`the schedule changes faster than command ${commandId} can be applied`);
};
