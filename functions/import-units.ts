import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoUnits } from '../lib/adapters/dynamo/units.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { importUnits } from '../lib/app/imports/import-units.ts';
import { catalogueOperations } from '../lib/contract/catalogue-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = { units: dynamoUnits(table) };

export const handler = apiFunction(
  catalogueOperations['import-units'],
  (request) => importUnits(ports, request),
  edgePorts(table),
);
