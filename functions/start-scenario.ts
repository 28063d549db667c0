import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoCalendars } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoItems } from '../lib/adapters/dynamo/items.ts';
import { dynamoJointPlans } from '../lib/adapters/dynamo/joint-plans.ts';
import { dynamoScenarios } from '../lib/adapters/dynamo/scenarios.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { startScenario } from '../lib/app/scenarios/start-scenario.ts';
import { scenarioOperations } from '../lib/contract/scenario-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  items: dynamoItems(table),
  businesses: dynamoBusinesses(table),
  calendars: dynamoCalendars(table),
  scenarios: dynamoScenarios(table),
  jointPlans: dynamoJointPlans(table),
};

export const handler = apiFunction(
  scenarioOperations['start-scenario'],
  (request) => startScenario(ports, request),
  edgePorts(table),
);
