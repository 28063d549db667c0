import { dynamoDutyRosters, dynamoIncidents } from '../lib/adapters/dynamo/incidents.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoUnits } from '../lib/adapters/dynamo/units.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { queuesFromEnvironment } from '../lib/adapters/sqs/sqs-queues.ts';
import { dispatchIncident } from '../lib/app/incidents/dispatch-incident.ts';
import { incidentOperations } from '../lib/contract/incident-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  incidents: dynamoIncidents(table),
  units: dynamoUnits(table),
  dutyRosters: dynamoDutyRosters(table),
  queues: queuesFromEnvironment(),
};

export const handler = apiFunction(
  incidentOperations['dispatch-incident'],
  (request) => dispatchIncident(ports, request),
  edgePorts(table),
);
