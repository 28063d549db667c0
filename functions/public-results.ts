import { dynamoCalendars, dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { districtFromEnvironment } from '../lib/adapters/own-district.ts';
import { publicResults } from '../lib/app/publication/public-results.ts';
import { publicOperations } from '../lib/contract/public-operations.ts';
import { openFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  visits: dynamoVisits(table),
  calendars: dynamoCalendars(table),
  settings: dynamoSettings(table),
  ownDistrict: districtFromEnvironment(),
};

export const handler = openFunction(
  publicOperations['public-results'],
  (request) => publicResults(ports, request),
  edgePorts(table),
);
