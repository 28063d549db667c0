import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { decideWithdrawal } from '../lib/app/publication/decide-withdrawal.ts';
import { publicationOperations } from '../lib/contract/publication-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  visits: dynamoVisits(table),
};

export const handler = apiFunction(
  publicationOperations['decide-withdrawal'],
  (request) => decideWithdrawal(ports, request),
  edgePorts(table),
);
