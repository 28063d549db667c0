import { dynamoConsolidations } from '../lib/adapters/dynamo/consolidations.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { queuesFromEnvironment } from '../lib/adapters/sqs/sqs-queues.ts';
import { publishConsolidation } from '../lib/app/centre/publish-consolidation.ts';
import { consolidationOperations } from '../lib/contract/consolidation-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  consolidations: dynamoConsolidations(table),
  queues: queuesFromEnvironment(),
};

export const handler = apiFunction(
  consolidationOperations['publish-consolidation'],
  (request) => publishConsolidation(ports, request),
  edgePorts(table),
);
