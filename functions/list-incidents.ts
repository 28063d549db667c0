import { dynamoIncidents } from '../lib/adapters/dynamo/incidents.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { listIncidents } from '../lib/app/incidents/list-incidents.ts';
import { incidentOperations } from '../lib/contract/incident-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  incidents: dynamoIncidents(table),
};

export const handler = apiFunction(
  incidentOperations['list-incidents'],
  (request) => listIncidents(ports, request),
  edgePorts(table),
);
