import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoDutyRosters, dynamoIncidents } from '../lib/adapters/dynamo/incidents.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoUnits } from '../lib/adapters/dynamo/units.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { filesFromEnvironment } from '../lib/adapters/s3/s3-files.ts';
import { queuesFromEnvironment } from '../lib/adapters/sqs/sqs-queues.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { reportIncident } from '../lib/app/incidents/report-incident.ts';
import { incidentOperations } from '../lib/contract/incident-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  incidents: dynamoIncidents(table),
  dutyRosters: dynamoDutyRosters(table),
  units: dynamoUnits(table),
  businesses: dynamoBusinesses(table),
  settings: dynamoSettings(table),
  files: filesFromEnvironment(),
  queues: queuesFromEnvironment(),
  clock: systemClock,
};

export const handler = apiFunction(
  incidentOperations['report-incident'],
  (request) => reportIncident(ports, request),
  edgePorts(table),
);
