import { dynamoConsolidations } from '../lib/adapters/dynamo/consolidations.ts';
import { dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { filesFromEnvironment } from '../lib/adapters/s3/s3-files.ts';
import { getProof } from '../lib/app/centre/get-proof.ts';
import { centreOperations } from '../lib/contract/centre-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  consolidations: dynamoConsolidations(table),
  settings: dynamoSettings(table),
  files: filesFromEnvironment(),
};

export const handler = apiFunction(
  centreOperations['get-proof'],
  (request) => getProof(ports, request),
  edgePorts(table),
);
