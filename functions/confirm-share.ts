import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoCalendars } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoDraws } from '../lib/adapters/dynamo/draws.ts';
import { dynamoItems } from '../lib/adapters/dynamo/items.ts';
import { dynamoJointPlans } from '../lib/adapters/dynamo/joint-plans.ts';
import { dynamoKnownResults } from '../lib/adapters/dynamo/known-results.ts';
import { dynamoPlans } from '../lib/adapters/dynamo/plans.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { confirmShare } from '../lib/app/scenarios/confirm-share.ts';
import { scenarioOperations } from '../lib/contract/scenario-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  items: dynamoItems(table),
  businesses: dynamoBusinesses(table),
  draws: dynamoDraws(table),
  calendars: dynamoCalendars(table),
  results: dynamoKnownResults(table),
  plans: dynamoPlans(table),
  jointPlans: dynamoJointPlans(table),
};

export const handler = apiFunction(
  scenarioOperations['confirm-share'],
  (request) => confirmShare(ports, request),
  edgePorts(table),
);
