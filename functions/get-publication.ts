import { dynamoCalendars, dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { getPublication } from '../lib/app/publication/get-publication.ts';
import { publicationOperations } from '../lib/contract/publication-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  visits: dynamoVisits(table),
  calendars: dynamoCalendars(table),
  settings: dynamoSettings(table),
};

export const handler = apiFunction(
  publicationOperations['get-publication'],
  (request) => getPublication(ports, request),
  edgePorts(table),
);
