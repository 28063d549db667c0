import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoCalendars } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoDraws } from '../lib/adapters/dynamo/draws.ts';
import { dynamoItems } from '../lib/adapters/dynamo/items.ts';
import { dynamoKnownResults } from '../lib/adapters/dynamo/known-results.ts';
import { dynamoPlans } from '../lib/adapters/dynamo/plans.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { submitPlan } from '../lib/app/plans/submit-plan.ts';
import { planOperations } from '../lib/contract/plan-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  items: dynamoItems(table),
  businesses: dynamoBusinesses(table),
  calendars: dynamoCalendars(table),
  results: dynamoKnownResults(table),
  draws: dynamoDraws(table),
  plans: dynamoPlans(table),
};

export const handler = apiFunction(
  planOperations['submit-plan'],
  (request) => submitPlan(ports, request),
  edgePorts(table),
);
