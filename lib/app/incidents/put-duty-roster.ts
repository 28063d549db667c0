import { rosterFaults } from '../../domain/incidents/duty-roster.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { versionMismatch } from '../version-mismatch.ts';
import { rosterView } from './roster-view.ts';

/** Sets who is on duty in a street, by an admin or the street's own coordinator: checked against the units, then one write. */
export const putDutyRoster = async (
  ports: Pick<Ports, 'dutyRosters' | 'units'>,
  { params, body, principal, now, ifMatch }: RequestOf<'put-duty-roster'>,
): Promise<ViewOf<'put-duty-roster'> | Refusal> => {
  const { street } = params;
  const district = { district: principal.district };
  if (principal.street !== undefined && principal.street !== street) {
    return refuse('not-found', { path: 'street', code: 'not-found' });
  }
  const units = await ports.units.all(district);
  const faults = rosterFaults(body, street, units);
  if (faults.length > 0) return refuse('incident-refused', ...faults);
  return decideAgain(async () => {
    const standing = await ports.dutyRosters.find(district, street);
    const mismatch = versionMismatch(ifMatch, standing?.version ?? 0);
    if (mismatch) return mismatch;
    const entry = { at: now.toISOString(), by: principal.subject, action: 'roster-set' };
    const history = [...(standing?.history ?? []), entry];
    const roster = { ...district, street, ...body, history, version: (standing?.version ?? 0) + 1 };
    return (await ports.dutyRosters.put(roster)) === 'conflict' ? 'conflict' : rosterView(roster, street, units, now);
  });
};
