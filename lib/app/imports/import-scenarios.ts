import { duplicateFaults } from '../../domain/plans/duplicate-faults.ts';
import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { scenarioFaults } from '../../domain/scenarios/scenario.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';

/** A page of scenarios: refused as a whole where one names items that its departments do not have. Repeatable. */
export const importScenarios = async (
  { items, scenarios }: Pick<Ports, 'items' | 'scenarios'>,
  { body, principal }: RequestOf<'import-scenarios'>,
): Promise<ViewOf<'import-scenarios'> | Refusal> => {
  const scope = scopeOf(principal);
  const catalogue = await items.all(scope);
  const ids = body.scenarios.map(({ scenarioId }) => scenarioId);
  const faults = [
    ...duplicateFaults(ids, (index) => `scenarios[${index}].scenarioId`),
    ...body.scenarios.flatMap((scenario, at) => scenarioFaults(scenario, `scenarios[${at}]`, catalogue)),
  ];
  return faults.length > 0 ? refuse('import-refused', ...faults) : scenarios.import(scope, body.scenarios);
};
