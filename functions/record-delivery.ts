import { dynamoMessageFaults } from '../lib/adapters/dynamo/message-faults.ts';
import { dynamoSentMessages } from '../lib/adapters/dynamo/sent-messages.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { queuesFromEnvironment } from '../lib/adapters/sqs/sqs-queues.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { recordDelivery } from '../lib/app/notices/record-delivery.ts';
import { deliveryReport } from '../lib/contract/delivery-reports.ts';
import { log } from '../lib/edge/log.ts';
import { queueFunction } from '../lib/edge/queue-function.ts';

const table = tableFromEnvironment();
const ports = {
  visits: dynamoVisits(table),
  sentMessages: dynamoSentMessages(table),
  queues: queuesFromEnvironment(),
  clock: systemClock,
};

export const handler = queueFunction(
  'deliveries',
  deliveryReport,
  'standard',
  async (report) => {
    const { messageId, outcome } = report;
    log.info('delivery report', { messageId, outcome, became: await recordDelivery(ports, report) });
  },
  dynamoMessageFaults(table),
);
