import { dynamoFindings } from '../lib/adapters/dynamo/findings.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { getFindingFigures } from '../lib/app/findings/get-finding-figures.ts';
import { findingOperations } from '../lib/contract/finding-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = { findings: dynamoFindings(table) };

export const handler = apiFunction(
  findingOperations['get-finding-figures'],
  (request) => getFindingFigures(ports, request),
  edgePorts(table),
);
