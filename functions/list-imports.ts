import { dynamoImports } from '../lib/adapters/dynamo/bulk-imports.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { filesFromEnvironment } from '../lib/adapters/s3/s3-files.ts';

import { listImports } from '../lib/app/imports/list-imports.ts';
import { importOperations } from '../lib/contract/import-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  imports: dynamoImports(table),
  files: filesFromEnvironment(),
};

export const handler = apiFunction(
  importOperations['list-imports'],
  (request) => listImports(ports, request),
  edgePorts(table),
);
