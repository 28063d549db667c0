import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { filesFromEnvironment } from '../lib/adapters/s3/s3-files.ts';
import { announceIncidentPhoto } from '../lib/app/incidents/announce-incident-photo.ts';
import { incidentOperations } from '../lib/contract/incident-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  files: filesFromEnvironment(),
};

export const handler = apiFunction(
  incidentOperations['announce-incident-photo'],
  (request) => announceIncidentPhoto(ports, request),
  edgePorts(table),
);
