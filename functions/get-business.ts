import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoConsolidations } from '../lib/adapters/dynamo/consolidations.ts';
import { dynamoPlans } from '../lib/adapters/dynamo/plans.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { getBusiness } from '../lib/app/catalogue/get-business.ts';
import { catalogueOperations } from '../lib/contract/catalogue-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  businesses: dynamoBusinesses(table),
  visits: dynamoVisits(table),
  plans: dynamoPlans(table),
  consolidations: dynamoConsolidations(table),
};

export const handler = apiFunction(
  catalogueOperations['get-business'],
  (request) => getBusiness(ports, request),
  edgePorts(table),
);
