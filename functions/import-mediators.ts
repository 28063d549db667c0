import { dynamoMediators } from '../lib/adapters/dynamo/mediators.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { importMediators } from '../lib/app/imports/import-mediators.ts';
import { findingOperations } from '../lib/contract/finding-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = { mediators: dynamoMediators(table) };

export const handler = apiFunction(
  findingOperations['import-mediators'],
  (request) => importMediators(ports, request),
  edgePorts(table),
);
