import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoItems } from '../lib/adapters/dynamo/items.ts';
import { dynamoPlans } from '../lib/adapters/dynamo/plans.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { suggestMerges } from '../lib/app/plans/suggest-merges.ts';
import { planOperations } from '../lib/contract/plan-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  items: dynamoItems(table),
  businesses: dynamoBusinesses(table),
  settings: dynamoSettings(table),
  visits: dynamoVisits(table),
  plans: dynamoPlans(table),
};

export const handler = apiFunction(
  planOperations['suggest-merges'],
  (request) => suggestMerges(ports, request),
  edgePorts(table),
);
