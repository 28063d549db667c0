import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoCommands } from '../lib/adapters/dynamo/commands.ts';
import { dynamoCalendars } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoIncidents } from '../lib/adapters/dynamo/incidents.ts';
import { dynamoItems } from '../lib/adapters/dynamo/items.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { queuesFromEnvironment } from '../lib/adapters/sqs/sqs-queues.ts';
import { turnIncidentUrgent } from '../lib/app/incidents/turn-incident-urgent.ts';
import { incidentOperations } from '../lib/contract/incident-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  incidents: dynamoIncidents(table),
  items: dynamoItems(table),
  businesses: dynamoBusinesses(table),
  calendars: dynamoCalendars(table),
  commands: dynamoCommands(table),
  queues: queuesFromEnvironment(),
};

export const handler = apiFunction(
  incidentOperations['turn-incident-urgent'],
  (request) => turnIncidentUrgent(ports, request),
  edgePorts(table),
);
