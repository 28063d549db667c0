import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoFindings } from '../lib/adapters/dynamo/findings.ts';
import { dynamoItems } from '../lib/adapters/dynamo/items.ts';
import { dynamoKnownResults } from '../lib/adapters/dynamo/known-results.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { getRound } from '../lib/app/field/get-round.ts';
import { fieldOperations } from '../lib/contract/field-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  visits: dynamoVisits(table),
  businesses: dynamoBusinesses(table),
  findings: dynamoFindings(table),
  results: dynamoKnownResults(table),
  items: dynamoItems(table),
};

export const handler = apiFunction(
  fieldOperations['get-round'],
  (request) => getRound(ports, request),
  edgePorts(table),
);
