import { dynamoCalendars } from '../lib/adapters/dynamo/district-records.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { putCalendar } from '../lib/app/catalogue/put-calendar.ts';
import { catalogueOperations } from '../lib/contract/catalogue-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = { calendars: dynamoCalendars(table) };

export const handler = apiFunction(
  catalogueOperations['put-calendar'],
  (request) => putCalendar(ports, request),
  edgePorts(table),
);
