import { dynamoConsolidations } from '../lib/adapters/dynamo/consolidations.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { listConsolidations } from '../lib/app/centre/list-consolidations.ts';
import { consolidationOperations } from '../lib/contract/consolidation-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  consolidations: dynamoConsolidations(table),
};

export const handler = apiFunction(
  consolidationOperations['list-consolidations'],
  (request) => listConsolidations(ports, request),
  edgePorts(table),
);
