import type { Unit } from '../../domain/catalogue/catalogue.ts';
import { type DutyRoster, unitOnDuty } from '../../domain/incidents/duty-roster.ts';
import type { ViewOf } from '../request.ts';

/** A street's roster with the unit that is on duty now; version 0 where nobody has set one. */
export const rosterView = (
  roster: DutyRoster | undefined,
  street: string,
  units: readonly Unit[],
  now: Date,
): ViewOf<'put-duty-roster'> => ({
  street,
  shifts: roster?.shifts ?? [],
  otherwise: roster?.otherwise,
  contacts: roster?.contacts,
  command: roster?.command,
  onDuty: unitOnDuty(roster, street, units, now),
  version: roster?.version ?? 0,
});
