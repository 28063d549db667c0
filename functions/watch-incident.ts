import { baseUrlFromEnvironment } from '../lib/adapters/base-url.ts';
import { dutySendersFromEnvironment } from '../lib/adapters/duty-senders.ts';
import { dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoIncidents } from '../lib/adapters/dynamo/incidents.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { systemIds } from '../lib/adapters/ids.ts';
import { queuesFromEnvironment } from '../lib/adapters/sqs/sqs-queues.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { systemPause } from '../lib/adapters/system-pause.ts';
import { watchIncident } from '../lib/app/incidents/watch-incident.ts';
import { incidentMessage } from '../lib/contract/messages.ts';
import { log } from '../lib/edge/log.ts';
import { queueFunction } from '../lib/edge/queue-function.ts';

const table = tableFromEnvironment();
const ports = {
  incidents: dynamoIncidents(table),
  settings: dynamoSettings(table),
  senders: dutySendersFromEnvironment(),
  queues: queuesFromEnvironment(),
  clock: systemClock,
  pause: systemPause,
  ids: systemIds,
  baseUrl: baseUrlFromEnvironment(),
};

export const handler = queueFunction('incidents', incidentMessage, 'standard', async (message) => {
  const { raised } = await watchIncident(ports, message);
  for (const alert of raised) log.warn('incident alert', { incidentId: message.incidentId, ...alert });
});
