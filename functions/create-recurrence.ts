import { dynamoItems } from '../lib/adapters/dynamo/items.ts';
import { dynamoRecurrences } from '../lib/adapters/dynamo/recurrences.ts';
import { dynamoScenarios } from '../lib/adapters/dynamo/scenarios.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { createRecurrence } from '../lib/app/scenarios/create-recurrence.ts';
import { scenarioOperations } from '../lib/contract/scenario-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  items: dynamoItems(table),
  scenarios: dynamoScenarios(table),
  recurrences: dynamoRecurrences(table),
};

export const handler = apiFunction(
  scenarioOperations['create-recurrence'],
  (request) => createRecurrence(ports, request),
  edgePorts(table),
);
