import { dynamoCommands } from '../lib/adapters/dynamo/commands.ts';
import { dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { queuesFromEnvironment } from '../lib/adapters/sqs/sqs-queues.ts';
import { rescheduleVisit } from '../lib/app/schedule/reschedule-visit.ts';
import { visitOperations } from '../lib/contract/visit-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  visits: dynamoVisits(table),
  settings: dynamoSettings(table),
  commands: dynamoCommands(table),
  queues: queuesFromEnvironment(),
};

export const handler = apiFunction(
  visitOperations['reschedule-visit'],
  (request) => rescheduleVisit(ports, request),
  edgePorts(table),
);
