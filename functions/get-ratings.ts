import { dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { getRatings } from '../lib/app/statistics/get-ratings.ts';
import { streetOperations } from '../lib/contract/street-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = { visits: dynamoVisits(table), settings: dynamoSettings(table) };

export const handler = apiFunction(
  streetOperations['get-ratings'],
  (request) => getRatings(ports, request),
  edgePorts(table),
);
