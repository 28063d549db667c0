import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { queuesFromEnvironment } from '../lib/adapters/sqs/sqs-queues.ts';
import { revokeNoticeLinks } from '../lib/app/notices/revoke-notice-links.ts';
import { deliveryOperations } from '../lib/contract/delivery-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  visits: dynamoVisits(table),
  businesses: dynamoBusinesses(table),
  queues: queuesFromEnvironment(),
};

export const handler = apiFunction(
  deliveryOperations['revoke-notice-links'],
  (request) => revokeNoticeLinks(ports, request),
  edgePorts(table),
);
