import { dynamoItems } from '../lib/adapters/dynamo/items.ts';
import { dynamoScenarios } from '../lib/adapters/dynamo/scenarios.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { importScenarios } from '../lib/app/imports/import-scenarios.ts';
import { scenarioOperations } from '../lib/contract/scenario-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  items: dynamoItems(table),
  scenarios: dynamoScenarios(table),
};

export const handler = apiFunction(
  scenarioOperations['import-scenarios'],
  (request) => importScenarios(ports, request),
  edgePorts(table),
);
