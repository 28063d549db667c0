import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { queuesFromEnvironment } from '../lib/adapters/sqs/sqs-queues.ts';
import { checkIn } from '../lib/app/field/check-in.ts';
import { visitOperations } from '../lib/contract/visit-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  visits: dynamoVisits(table),
  queues: queuesFromEnvironment(),
  businesses: dynamoBusinesses(table),
  settings: dynamoSettings(table),
};

export const handler = apiFunction(visitOperations['check-in'], (request) => checkIn(ports, request), edgePorts(table));
