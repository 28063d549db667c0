import { dynamoMessageFaults } from '../lib/adapters/dynamo/message-faults.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { deadLettersFromEnvironment } from '../lib/adapters/sqs/dead-letters.ts';
import { listDeadLetters } from '../lib/app/notices/list-dead-letters.ts';
import { deliveryOperations } from '../lib/contract/delivery-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  deadLetters: deadLettersFromEnvironment(),
  messageFaults: dynamoMessageFaults(table),
};

export const handler = apiFunction(
  deliveryOperations['list-dead-letters'],
  (request) => listDeadLetters(ports, request),
  edgePorts(table),
);
