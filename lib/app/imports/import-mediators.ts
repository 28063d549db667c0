import { duplicateFaults } from '../../domain/plans/duplicate-faults.ts';
import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';

/** A page of the register of mediators: refused as a whole where one is named twice. Repeatable. */
export const importMediators = async (
  { mediators }: Pick<Ports, 'mediators'>,
  { body, principal }: RequestOf<'import-mediators'>,
): Promise<ViewOf<'import-mediators'> | Refusal> => {
  const ids = body.mediators.map(({ mediatorId }) => mediatorId);
  const faults = duplicateFaults(ids, (index) => `mediators[${index}].mediatorId`);
  if (faults.length > 0) return refuse('import-refused', ...faults);
  return mediators.import(scopeOf(principal), body.mediators);
};
