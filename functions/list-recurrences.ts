import { dynamoRecurrences } from '../lib/adapters/dynamo/recurrences.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { listRecurrences } from '../lib/app/scenarios/list-recurrences.ts';
import { scenarioOperations } from '../lib/contract/scenario-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  recurrences: dynamoRecurrences(table),
};

export const handler = apiFunction(
  scenarioOperations['list-recurrences'],
  (request) => listRecurrences(ports, request),
  edgePorts(table),
);
