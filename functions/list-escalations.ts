import { dynamoCalendars, dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { listEscalations } from '../lib/app/notices/list-escalations.ts';
import { deliveryOperations } from '../lib/contract/delivery-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  visits: dynamoVisits(table),
  settings: dynamoSettings(table),
  calendars: dynamoCalendars(table),
};

export const handler = apiFunction(
  deliveryOperations['list-escalations'],
  (request) => listEscalations(ports, request),
  edgePorts(table),
);
