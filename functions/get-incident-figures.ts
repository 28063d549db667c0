import { dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoIncidents } from '../lib/adapters/dynamo/incidents.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { getIncidentFigures } from '../lib/app/incidents/get-incident-figures.ts';
import { incidentOperations } from '../lib/contract/incident-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  incidents: dynamoIncidents(table),
  settings: dynamoSettings(table),
};

export const handler = apiFunction(
  incidentOperations['get-incident-figures'],
  (request) => getIncidentFigures(ports, request),
  edgePorts(table),
);
