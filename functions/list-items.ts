import { dynamoItems } from '../lib/adapters/dynamo/items.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { listItems } from '../lib/app/catalogue/list-items.ts';
import { catalogueOperations } from '../lib/contract/catalogue-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = { items: dynamoItems(table) };

export const handler = apiFunction(
  catalogueOperations['list-items'],
  (request) => listItems(ports, request),
  edgePorts(table),
);
