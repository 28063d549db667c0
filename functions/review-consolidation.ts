import { dynamoConsolidations } from '../lib/adapters/dynamo/consolidations.ts';
import { dynamoCalendars } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoPlans } from '../lib/adapters/dynamo/plans.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { reviewConsolidation } from '../lib/app/centre/review-consolidation.ts';
import { consolidationOperations } from '../lib/contract/consolidation-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  consolidations: dynamoConsolidations(table),
  calendars: dynamoCalendars(table),
  plans: dynamoPlans(table),
};

export const handler = apiFunction(
  consolidationOperations['review-consolidation'],
  (request) => reviewConsolidation(ports, request),
  edgePorts(table),
);
