import { dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { putSettings } from '../lib/app/catalogue/put-settings.ts';
import { catalogueOperations } from '../lib/contract/catalogue-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = { settings: dynamoSettings(table) };

export const handler = apiFunction(
  catalogueOperations['put-settings'],
  (request) => putSettings(ports, request),
  edgePorts(table),
);
