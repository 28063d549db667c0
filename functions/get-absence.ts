import { dynamoAbsences } from '../lib/adapters/dynamo/absences.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoUnits } from '../lib/adapters/dynamo/units.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { getAbsence } from '../lib/app/schedule/get-absence.ts';
import { repairOperations } from '../lib/contract/repair-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  absences: dynamoAbsences(table),
  units: dynamoUnits(table),
};

export const handler = apiFunction(
  repairOperations['get-absence'],
  (request) => getAbsence(ports, request),
  edgePorts(table),
);
