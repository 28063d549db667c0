import { dynamoFindings } from '../lib/adapters/dynamo/findings.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { listFindings } from '../lib/app/findings/list-findings.ts';
import { findingOperations } from '../lib/contract/finding-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = { findings: dynamoFindings(table) };

export const handler = apiFunction(
  findingOperations['list-findings'],
  (request) => listFindings(ports, request),
  edgePorts(table),
);
