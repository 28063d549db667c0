import { dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoPlans } from '../lib/adapters/dynamo/plans.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { getStatistics } from '../lib/app/statistics/get-statistics.ts';
import { statisticsOperations } from '../lib/contract/statistics-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  visits: dynamoVisits(table),
  plans: dynamoPlans(table),
  settings: dynamoSettings(table),
};

export const handler = apiFunction(
  statisticsOperations['get-statistics'],
  (request) => getStatistics(ports, request),
  edgePorts(table),
);
