import { dynamoDutyRosters } from '../lib/adapters/dynamo/incidents.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoUnits } from '../lib/adapters/dynamo/units.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { listDutyRosters } from '../lib/app/incidents/list-duty-rosters.ts';
import { incidentOperations } from '../lib/contract/incident-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  dutyRosters: dynamoDutyRosters(table),
  units: dynamoUnits(table),
};

export const handler = apiFunction(
  incidentOperations['list-duty-rosters'],
  (request) => listDutyRosters(ports, request),
  edgePorts(table),
);
