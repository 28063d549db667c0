import { dynamoAbsences } from '../lib/adapters/dynamo/absences.ts';
import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoCommands } from '../lib/adapters/dynamo/commands.ts';
import { dynamoConsolidations } from '../lib/adapters/dynamo/consolidations.ts';
import { dynamoCalendars, dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoItems } from '../lib/adapters/dynamo/items.ts';
import { dynamoMessageFaults } from '../lib/adapters/dynamo/message-faults.ts';
import { dynamoPlans } from '../lib/adapters/dynamo/plans.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoUnits } from '../lib/adapters/dynamo/units.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { queuesFromEnvironment } from '../lib/adapters/sqs/sqs-queues.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { visitCodes } from '../lib/adapters/visit-codes.ts';
import { applyCommand } from '../lib/app/schedule/apply-command.ts';
import { schedulingMessage } from '../lib/contract/messages.ts';
import { queueFunction } from '../lib/edge/queue-function.ts';

const table = tableFromEnvironment();
const ports = {
  absences: dynamoAbsences(table),
  items: dynamoItems(table),
  units: dynamoUnits(table),
  businesses: dynamoBusinesses(table),
  calendars: dynamoCalendars(table),
  settings: dynamoSettings(table),
  plans: dynamoPlans(table),
  consolidations: dynamoConsolidations(table),
  commands: dynamoCommands(table),
  visits: dynamoVisits(table),
  queues: queuesFromEnvironment(),
  codes: visitCodes,
  clock: systemClock,
};

export const handler = queueFunction(
  'scheduling',
  schedulingMessage,
  'fifo',
  (message) => applyCommand(ports, message),
  dynamoMessageFaults(table),
);
