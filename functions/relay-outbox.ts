import { dynamoOutbox } from '../lib/adapters/dynamo/outbox.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { queuesFromEnvironment } from '../lib/adapters/sqs/sqs-queues.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { relayOutbox } from '../lib/app/relay-outbox.ts';
import { scheduleFunction } from '../lib/edge/queue-function.ts';

const table = tableFromEnvironment();
const ports = {
  outbox: dynamoOutbox(table),
  queues: queuesFromEnvironment(),
  clock: systemClock,
};

export const handler = scheduleFunction('relay-outbox', () => relayOutbox(ports));
