import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoConsolidations } from '../lib/adapters/dynamo/consolidations.ts';
import { dynamoCalendars, dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoItems } from '../lib/adapters/dynamo/items.ts';
import { dynamoKnownResults } from '../lib/adapters/dynamo/known-results.ts';
import { dynamoMessageFaults } from '../lib/adapters/dynamo/message-faults.ts';
import { dynamoPlans } from '../lib/adapters/dynamo/plans.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoUnits } from '../lib/adapters/dynamo/units.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { systemIds } from '../lib/adapters/ids.ts';
import { filesFromEnvironment } from '../lib/adapters/s3/s3-files.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { planConsolidation } from '../lib/app/centre/plan-consolidation.ts';
import { planningMessage } from '../lib/contract/messages.ts';
import { queueFunction } from '../lib/edge/queue-function.ts';
import { planOnCores } from '../lib/threads/plan-on-cores.ts';

const table = tableFromEnvironment();
const ports = {
  items: dynamoItems(table),
  units: dynamoUnits(table),
  businesses: dynamoBusinesses(table),
  calendars: dynamoCalendars(table),
  settings: dynamoSettings(table),
  plans: dynamoPlans(table),
  consolidations: dynamoConsolidations(table),
  visits: dynamoVisits(table),
  results: dynamoKnownResults(table),
  files: filesFromEnvironment(),
  clock: systemClock,
  ids: systemIds,
  search: planOnCores,
};

export const handler = queueFunction(
  'planning',
  planningMessage,
  'standard',
  (message) => planConsolidation(ports, message),
  dynamoMessageFaults(table),
);
