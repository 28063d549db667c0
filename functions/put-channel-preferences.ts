import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { putChannelPreferences } from '../lib/app/notices/put-channel-preferences.ts';
import { deliveryOperations } from '../lib/contract/delivery-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  businesses: dynamoBusinesses(table),
};

export const handler = apiFunction(
  deliveryOperations['put-channel-preferences'],
  (request) => putChannelPreferences(ports, request),
  edgePorts(table),
);
