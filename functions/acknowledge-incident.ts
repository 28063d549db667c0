import { dynamoIncidents } from '../lib/adapters/dynamo/incidents.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { acknowledgeIncident } from '../lib/app/incidents/acknowledge-incident.ts';
import { incidentOperations } from '../lib/contract/incident-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  incidents: dynamoIncidents(table),
};

export const handler = apiFunction(
  incidentOperations['acknowledge-incident'],
  (request) => acknowledgeIncident(ports, request),
  edgePorts(table),
);
