import { dynamoImports } from '../lib/adapters/dynamo/bulk-imports.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { filesFromEnvironment } from '../lib/adapters/s3/s3-files.ts';
import { queuesFromEnvironment } from '../lib/adapters/sqs/sqs-queues.ts';
import { startImport } from '../lib/app/imports/start-import.ts';
import { importOperations } from '../lib/contract/import-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  imports: dynamoImports(table),
  files: filesFromEnvironment(),
  queues: queuesFromEnvironment(),
};

export const handler = apiFunction(
  importOperations['start-import'],
  (request) => startImport(ports, request),
  edgePorts(table),
);
