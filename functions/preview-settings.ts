import { dynamoConsolidations } from '../lib/adapters/dynamo/consolidations.ts';
import { dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { previewSettings } from '../lib/app/catalogue/preview-settings.ts';
import { catalogueOperations } from '../lib/contract/catalogue-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = { settings: dynamoSettings(table), consolidations: dynamoConsolidations(table) };

export const handler = apiFunction(
  catalogueOperations['preview-settings'],
  (request) => previewSettings(ports, request),
  edgePorts(table),
);
