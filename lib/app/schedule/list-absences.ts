import { scopeOf } from '../../domain/principal.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { absenceView } from './absence-view.ts';

/** Absences of the units that the caller may see, newest first. */
export const listAbsences = async (
  ports: Pick<Ports, 'absences' | 'units'>,
  { query, principal }: RequestOf<'list-absences'>,
): Promise<ViewOf<'list-absences'> | Refusal> => {
  const scope = scopeOf(principal);
  const page = await ports.absences.list(scope, query);
  if (isRefusal(page)) return page;
  const units = await ports.units.all({ district: scope.district });
  const seen = new Set(
    units.filter(({ street }) => scope.street === undefined || street === scope.street).map(({ unitId }) => unitId),
  );
  return { ...page, items: page.items.filter(({ unitId }) => seen.has(unitId)).map(absenceView) };
};
