import { dynamoRecurrences } from '../lib/adapters/dynamo/recurrences.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { endRecurrence } from '../lib/app/scenarios/end-recurrence.ts';
import { scenarioOperations } from '../lib/contract/scenario-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  recurrences: dynamoRecurrences(table),
};

export const handler = apiFunction(
  scenarioOperations['end-recurrence'],
  (request) => endRecurrence(ports, request),
  edgePorts(table),
);
