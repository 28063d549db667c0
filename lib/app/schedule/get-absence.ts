import { type Principal, scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Absence } from '../../domain/schedule/absence.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { absenceView } from './absence-view.ts';

export const noSuchAbsence = refuse('not-found', { path: 'absenceId', code: 'not-found' });

/** An absence of a unit that the caller may see; a street's coordinator sees those of the street's own units. */
export const findAbsence = async (
  ports: Pick<Ports, 'absences' | 'units'>,
  principal: Principal,
  absenceId: string,
): Promise<Absence | undefined> => {
  const scope = scopeOf(principal);
  const absence = await ports.absences.find(scope, absenceId);
  return absence && (await ports.units.find(scope, absence.unitId)) ? absence : undefined;
};

/** One absence with the moves that were shown. */
export const getAbsence = async (
  ports: Pick<Ports, 'absences' | 'units'>,
  { params, principal }: RequestOf<'get-absence'>,
): Promise<ViewOf<'get-absence'> | Refusal> => {
  const absence = await findAbsence(ports, principal, params.absenceId);
  return absence ? absenceView(absence) : noSuchAbsence;
};
