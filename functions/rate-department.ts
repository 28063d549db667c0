import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { rateDepartmentAfterVisit } from '../lib/app/notices/rate-after-visit.ts';
import { streetOperations } from '../lib/contract/street-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = { visits: dynamoVisits(table) };

export const handler = apiFunction(
  streetOperations['rate-department'],
  (request) => rateDepartmentAfterVisit(ports, request),
  edgePorts(table),
);
