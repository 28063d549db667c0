import { dynamoConsolidations } from '../lib/adapters/dynamo/consolidations.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { listUnscheduled } from '../lib/app/centre/list-unscheduled.ts';
import { consolidationOperations } from '../lib/contract/consolidation-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  consolidations: dynamoConsolidations(table),
};

export const handler = apiFunction(
  consolidationOperations['list-unscheduled'],
  (request) => listUnscheduled(ports, request),
  edgePorts(table),
);
