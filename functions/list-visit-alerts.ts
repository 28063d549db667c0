import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoConsolidations } from '../lib/adapters/dynamo/consolidations.ts';
import { dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoPlans } from '../lib/adapters/dynamo/plans.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { listVisitAlerts } from '../lib/app/visits/list-visit-alerts.ts';
import { repairOperations } from '../lib/contract/repair-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  consolidations: dynamoConsolidations(table),
  visits: dynamoVisits(table),
  plans: dynamoPlans(table),
  businesses: dynamoBusinesses(table),
  settings: dynamoSettings(table),
};

export const handler = apiFunction(
  repairOperations['list-visit-alerts'],
  (request) => listVisitAlerts(ports, request),
  edgePorts(table),
);
