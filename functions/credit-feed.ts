import { dynamoCalendars, dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { districtFromEnvironment } from '../lib/adapters/own-district.ts';
import { creditFeed } from '../lib/app/publication/credit-feed.ts';
import { publicationOperations } from '../lib/contract/publication-operations.ts';
import { openFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  visits: dynamoVisits(table),
  calendars: dynamoCalendars(table),
  settings: dynamoSettings(table),
  ownDistrict: districtFromEnvironment(),
};

export const handler = openFunction(
  publicationOperations['credit-feed'],
  (request) => creditFeed(ports, request),
  edgePorts(table),
);
