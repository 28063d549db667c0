import { dynamoIncidents } from '../lib/adapters/dynamo/incidents.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { filesFromEnvironment } from '../lib/adapters/s3/s3-files.ts';
import { resolveIncident } from '../lib/app/incidents/resolve-incident.ts';
import { incidentOperations } from '../lib/contract/incident-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  incidents: dynamoIncidents(table),
  files: filesFromEnvironment(),
};

export const handler = apiFunction(
  incidentOperations['resolve-incident'],
  (request) => resolveIncident(ports, request),
  edgePorts(table),
);
