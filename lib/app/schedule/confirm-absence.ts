import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { versionMismatch } from '../version-mismatch.ts';
import { findAbsence, noSuchAbsence } from './get-absence.ts';
import { storeOrder } from './order-change.ts';

/** Orders the moves that an absence showed, in the version that the caller saw; whether they still hold is decided in their turn. */
export const confirmAbsence = async (
  ports: Pick<Ports, 'absences' | 'units' | 'commands' | 'queues'>,
  { params, principal, now, ids, ifMatch }: RequestOf<'confirm-absence'>,
): Promise<ViewOf<'confirm-absence'> | Refusal> => {
  const commandId = ids.next();
  if (await ports.commands.find(scopeOf(principal), commandId)) return { commandId, status: 'queued' };
  const absence = await findAbsence(ports, principal, params.absenceId);
  if (!absence) return noSuchAbsence;
  const mismatch = versionMismatch(ifMatch, absence.version);
  if (mismatch) return mismatch;
  const { absenceId, version: absenceVersion, status } = absence;
  if (status !== 'proposed') return refuse('state-conflict', { path: 'status', code: 'status', values: { status } });
  return storeOrder(ports, principal, commandId, { kind: 'repair-absence', absenceId, absenceVersion }, now);
};
