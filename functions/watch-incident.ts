import { dynamoIncidents } from '../lib/adapters/dynamo/incidents.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { queuesFromEnvironment } from '../lib/adapters/sqs/sqs-queues.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { systemPause } from '../lib/adapters/system-pause.ts';
import { watchIncident } from '../lib/app/incidents/watch-incident.ts';
import { incidentMessage } from '../lib/contract/messages.ts';
import { log } from '../lib/edge/log.ts';
import { queueFunction } from '../lib/edge/queue-function.ts';

const ports = {
  incidents: dynamoIncidents(tableFromEnvironment()),
  queues: queuesFromEnvironment(),
  clock: systemClock,
  pause: systemPause,
};

export const handler = queueFunction('incidents', incidentMessage, 'standard', async (message) => {
  const { raised } = await watchIncident(ports, message);
  for (const alert of raised) log.warn('incident alert', { incidentId: message.incidentId, ...alert });
});
