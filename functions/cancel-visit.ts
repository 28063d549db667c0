import { dynamoCommands } from '../lib/adapters/dynamo/commands.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { queuesFromEnvironment } from '../lib/adapters/sqs/sqs-queues.ts';
import { cancelVisit } from '../lib/app/schedule/cancel-visit.ts';
import { visitOperations } from '../lib/contract/visit-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  visits: dynamoVisits(table),
  commands: dynamoCommands(table),
  queues: queuesFromEnvironment(),
};

export const handler = apiFunction(
  visitOperations['cancel-visit'],
  (request) => cancelVisit(ports, request),
  edgePorts(table),
);
