import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { importBusinesses } from '../lib/app/imports/import-businesses.ts';
import { catalogueOperations } from '../lib/contract/catalogue-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = { businesses: dynamoBusinesses(table) };

export const handler = apiFunction(
  catalogueOperations['import-businesses'],
  (request) => importBusinesses(ports, request),
  edgePorts(table),
);
