import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoCommands } from '../lib/adapters/dynamo/commands.ts';
import { dynamoCalendars } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoItems } from '../lib/adapters/dynamo/items.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { queuesFromEnvironment } from '../lib/adapters/sqs/sqs-queues.ts';
import { insertUrgent } from '../lib/app/schedule/insert-urgent.ts';
import { visitOperations } from '../lib/contract/visit-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  items: dynamoItems(table),
  businesses: dynamoBusinesses(table),
  calendars: dynamoCalendars(table),
  commands: dynamoCommands(table),
  queues: queuesFromEnvironment(),
};

export const handler = apiFunction(
  visitOperations['insert-urgent'],
  (request) => insertUrgent(ports, request),
  edgePorts(table),
);
