import { dynamoLinkKeys } from '../lib/adapters/dynamo/link-keys.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { listLinkKeys } from '../lib/app/notices/rotate-link-keys.ts';
import { deliveryOperations } from '../lib/contract/delivery-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  linkKeys: dynamoLinkKeys(table),
};

export const handler = apiFunction(
  deliveryOperations['list-link-keys'],
  (request) => listLinkKeys(ports, request),
  edgePorts(table),
);
