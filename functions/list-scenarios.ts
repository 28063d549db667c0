import { dynamoScenarios } from '../lib/adapters/dynamo/scenarios.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { listScenarios } from '../lib/app/scenarios/list-scenarios.ts';
import { scenarioOperations } from '../lib/contract/scenario-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  scenarios: dynamoScenarios(table),
};

export const handler = apiFunction(
  scenarioOperations['list-scenarios'],
  (request) => listScenarios(ports, request),
  edgePorts(table),
);
