import { dynamoDutyRosters } from '../lib/adapters/dynamo/incidents.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoUnits } from '../lib/adapters/dynamo/units.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { putDutyRoster } from '../lib/app/incidents/put-duty-roster.ts';
import { incidentOperations } from '../lib/contract/incident-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  dutyRosters: dynamoDutyRosters(table),
  units: dynamoUnits(table),
};

export const handler = apiFunction(
  incidentOperations['put-duty-roster'],
  (request) => putDutyRoster(ports, request),
  edgePorts(table),
);
