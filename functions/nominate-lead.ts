import { dynamoCommands } from '../lib/adapters/dynamo/commands.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { queuesFromEnvironment } from '../lib/adapters/sqs/sqs-queues.ts';
import { orderNomination } from '../lib/app/visits/nominate-lead.ts';
import { streetOperations } from '../lib/contract/street-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  visits: dynamoVisits(table),
  commands: dynamoCommands(table),
  queues: queuesFromEnvironment(),
};

export const handler = apiFunction(
  streetOperations['nominate-lead'],
  (request) => orderNomination(ports, request),
  edgePorts(table),
);
