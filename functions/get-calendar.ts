import { dynamoCalendars } from '../lib/adapters/dynamo/district-records.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { getCalendar } from '../lib/app/catalogue/get-calendar.ts';
import { catalogueOperations } from '../lib/contract/catalogue-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = { calendars: dynamoCalendars(table) };

export const handler = apiFunction(
  catalogueOperations['get-calendar'],
  (request) => getCalendar(ports, request),
  edgePorts(table),
);
