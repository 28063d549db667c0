import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { filesFromEnvironment } from '../lib/adapters/s3/s3-files.ts';
import { announceFiles } from '../lib/app/field/announce-files.ts';
import { fieldOperations } from '../lib/contract/field-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = { visits: dynamoVisits(table), files: filesFromEnvironment() };

export const handler = apiFunction(
  fieldOperations['announce-files'],
  (request) => announceFiles(ports, request),
  edgePorts(table),
);
