import { dynamoItems } from '../lib/adapters/dynamo/items.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { importItems } from '../lib/app/imports/import-items.ts';
import { catalogueOperations } from '../lib/contract/catalogue-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = { items: dynamoItems(table) };

export const handler = apiFunction(
  catalogueOperations['import-items'],
  (request) => importItems(ports, request),
  edgePorts(table),
);
