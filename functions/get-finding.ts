import { dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoFindings } from '../lib/adapters/dynamo/findings.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { getFinding } from '../lib/app/findings/get-finding.ts';
import { findingOperations } from '../lib/contract/finding-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  findings: dynamoFindings(table),
  settings: dynamoSettings(table),
};

export const handler = apiFunction(
  findingOperations['get-finding'],
  (request) => getFinding(ports, request),
  edgePorts(table),
);
