import type { Scenarios } from '../../app/ports/scenario-ports.ts';
import type { Scenario } from '../../domain/scenarios/scenario.ts';
import { scenariosOf } from './keys.ts';
import { register } from './register.ts';
import type { Table } from './table.ts';

/** A district's scenarios: a few dozen, read by all departments. */
export const dynamoScenarios = (table: Table): Scenarios => {
  const scenarios = register<Scenario>(table, scenariosOf, ({ scenarioId }) => scenarioId);
  return {
    import: scenarios.import,
    find: scenarios.find,
    list: (scope, { industry, ...page }) =>
      scenarios.list(scope, page, (scenario) => industry === undefined || scenario.industry === industry),
  };
};
