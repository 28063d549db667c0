import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoCommands } from '../lib/adapters/dynamo/commands.ts';
import { dynamoConsolidations } from '../lib/adapters/dynamo/consolidations.ts';
import { dynamoCalendars, dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoPlans } from '../lib/adapters/dynamo/plans.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoUnits } from '../lib/adapters/dynamo/units.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { previewVisitChange } from '../lib/app/schedule/preview-visit-change.ts';
import { repairOperations } from '../lib/contract/repair-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  businesses: dynamoBusinesses(table),
  units: dynamoUnits(table),
  calendars: dynamoCalendars(table),
  settings: dynamoSettings(table),
  plans: dynamoPlans(table),
  consolidations: dynamoConsolidations(table),
  commands: dynamoCommands(table),
  visits: dynamoVisits(table),
};

export const handler = apiFunction(
  repairOperations['preview-visit-change'],
  (request) => previewVisitChange(ports, request),
  edgePorts(table),
);
