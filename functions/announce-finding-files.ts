import { dynamoFindings } from '../lib/adapters/dynamo/findings.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { filesFromEnvironment } from '../lib/adapters/s3/s3-files.ts';
import { announceFindingFiles } from '../lib/app/findings/announce-finding-files.ts';
import { findingOperations } from '../lib/contract/finding-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = { findings: dynamoFindings(table), files: filesFromEnvironment() };

export const handler = apiFunction(
  findingOperations['announce-finding-files'],
  (request) => announceFindingFiles(ports, request),
  edgePorts(table),
);
