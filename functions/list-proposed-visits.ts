import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoConsolidations } from '../lib/adapters/dynamo/consolidations.ts';
import { dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoItems } from '../lib/adapters/dynamo/items.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { listProposedVisits } from '../lib/app/centre/list-proposed-visits.ts';
import { consolidationOperations } from '../lib/contract/consolidation-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  consolidations: dynamoConsolidations(table),
  businesses: dynamoBusinesses(table),
  items: dynamoItems(table),
  settings: dynamoSettings(table),
};

export const handler = apiFunction(
  consolidationOperations['list-proposed-visits'],
  (request) => listProposedVisits(ports, request),
  edgePorts(table),
);
