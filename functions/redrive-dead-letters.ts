import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { deadLettersFromEnvironment } from '../lib/adapters/sqs/dead-letters.ts';
import { redriveDeadLetters } from '../lib/app/notices/redrive-dead-letters.ts';
import { deliveryOperations } from '../lib/contract/delivery-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  deadLetters: deadLettersFromEnvironment(),
};

export const handler = apiFunction(
  deliveryOperations['redrive-dead-letters'],
  (request) => redriveDeadLetters(ports, request),
  edgePorts(table),
);
