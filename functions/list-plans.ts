import { dynamoPlans } from '../lib/adapters/dynamo/plans.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { listPlans } from '../lib/app/plans/list-plans.ts';
import { planOperations } from '../lib/contract/plan-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = { plans: dynamoPlans(table) };

export const handler = apiFunction(
  planOperations['list-plans'],
  (request) => listPlans(ports, request),
  edgePorts(table),
);
