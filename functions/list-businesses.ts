import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { listBusinesses } from '../lib/app/catalogue/list-businesses.ts';
import { catalogueOperations } from '../lib/contract/catalogue-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = { businesses: dynamoBusinesses(table) };

export const handler = apiFunction(
  catalogueOperations['list-businesses'],
  (request) => listBusinesses(ports, request),
  edgePorts(table),
);
