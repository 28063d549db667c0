import { duplicateFaults } from '../domain/duplicate-faults.ts';
import { scopeOf } from '../domain/principal.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { keepAbsences } from '../domain/unit-away.ts';
import type { Ports } from './ports.ts';
import type { RequestOf, ViewOf } from './request.ts';

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
  const standing = new Map((await units.all(scope)).map((unit) => [unit.unitId, unit]));
  return units.import(
    scope,
    body.units.map((unit) => keepAbsences(unit, standing.get(unit.unitId))),
  );
};
