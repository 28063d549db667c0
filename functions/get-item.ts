import { dynamoItems } from '../lib/adapters/dynamo/items.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { getItem } from '../lib/app/catalogue/get-item.ts';
import { catalogueOperations } from '../lib/contract/catalogue-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = { items: dynamoItems(table) };

export const handler = apiFunction(
  catalogueOperations['get-item'],
  (request) => getItem(ports, request),
  edgePorts(table),
);
