import { dynamoAbsences } from '../lib/adapters/dynamo/absences.ts';
import { dynamoCommands } from '../lib/adapters/dynamo/commands.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoUnits } from '../lib/adapters/dynamo/units.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { queuesFromEnvironment } from '../lib/adapters/sqs/sqs-queues.ts';
import { confirmAbsence } from '../lib/app/schedule/confirm-absence.ts';
import { repairOperations } from '../lib/contract/repair-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  absences: dynamoAbsences(table),
  units: dynamoUnits(table),
  commands: dynamoCommands(table),
  queues: queuesFromEnvironment(),
};

export const handler = apiFunction(
  repairOperations['confirm-absence'],
  (request) => confirmAbsence(ports, request),
  edgePorts(table),
);
