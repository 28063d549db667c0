import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoConsolidations } from '../lib/adapters/dynamo/consolidations.ts';
import { dynamoPlans } from '../lib/adapters/dynamo/plans.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { listPlanRequests } from '../lib/app/plans/list-plan-requests.ts';
import { planOperations } from '../lib/contract/plan-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  plans: dynamoPlans(table),
  businesses: dynamoBusinesses(table),
  consolidations: dynamoConsolidations(table),
  visits: dynamoVisits(table),
};

export const handler = apiFunction(
  planOperations['list-plan-requests'],
  (request) => listPlanRequests(ports, request),
  edgePorts(table),
);
