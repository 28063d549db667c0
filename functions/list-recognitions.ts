import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { listRecognitions } from '../lib/app/field/list-recognitions.ts';
import { fieldOperations } from '../lib/contract/field-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = { visits: dynamoVisits(table) };

export const handler = apiFunction(
  fieldOperations['list-recognitions'],
  (request) => listRecognitions(ports, request),
  edgePorts(table),
);
