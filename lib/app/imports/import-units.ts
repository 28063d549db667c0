import type { Unit } from '../../domain/catalogue/catalogue.ts';
import { duplicateFaults } from '../../domain/plans/duplicate-faults.ts';
import { type Scope, scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { keepAbsences } from '../../domain/schedule/unit-away.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';

/** Units as they are to be stored: with the absences on record, which no import knows of. */
export const withAbsences = async (
  { units }: Pick<Ports, 'units'>,
  scope: Scope,
  rows: readonly Unit[],
): Promise<readonly Unit[]> => {
  const standing = new Map((await units.all(scope)).map((unit) => [unit.unitId, unit]));
  return rows.map((unit) => keepAbsences(unit, standing.get(unit.unitId)));
};

/** A page of units: refused as a whole where a unit, or an inspector within one, is named twice. Repeatable. */
export const importUnits = async (
  { units }: Pick<Ports, 'units'>,
  { body, principal }: RequestOf<'import-units'>,
): Promise<ViewOf<'import-units'> | Refusal> => {
  const ids = body.units.map(({ unitId }) => unitId);
  const faults = [
    ...duplicateFaults(ids, (index) => `units[${index}].unitId`),
    ...body.units.flatMap(({ inspectors }, index) => {
      const inspectorIds = inspectors.map(({ inspectorId }) => inspectorId);
      return duplicateFaults(inspectorIds, (n) => `units[${index}].inspectors[${n}].inspectorId`);
    }),
  ];
  if (faults.length > 0) return refuse('import-refused', ...faults);
  const scope = scopeOf(principal);
  return units.import(scope, await withAbsences({ units }, scope, body.units));
};
