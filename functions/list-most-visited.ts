import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { listMostVisited } from '../lib/app/statistics/list-most-visited.ts';
import { statisticsOperations } from '../lib/contract/statistics-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  visits: dynamoVisits(table),
  businesses: dynamoBusinesses(table),
};

export const handler = apiFunction(
  statisticsOperations['list-most-visited'],
  (request) => listMostVisited(ports, request),
  edgePorts(table),
);
