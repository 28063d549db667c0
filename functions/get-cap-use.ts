import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { getCapUse } from '../lib/app/statistics/get-cap-use.ts';
import { repairOperations } from '../lib/contract/repair-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  visits: dynamoVisits(table),
  businesses: dynamoBusinesses(table),
  settings: dynamoSettings(table),
};

export const handler = apiFunction(
  repairOperations['get-cap-use'],
  (request) => getCapUse(ports, request),
  edgePorts(table),
);
