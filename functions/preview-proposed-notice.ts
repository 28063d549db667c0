import { baseUrlFromEnvironment } from '../lib/adapters/base-url.ts';
import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoCommands } from '../lib/adapters/dynamo/commands.ts';
import { dynamoConsolidations } from '../lib/adapters/dynamo/consolidations.ts';
import { dynamoCalendars, dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoItems } from '../lib/adapters/dynamo/items.ts';
import { dynamoNoticeTemplates } from '../lib/adapters/dynamo/notice-templates.ts';
import { dynamoPlans } from '../lib/adapters/dynamo/plans.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoUnits } from '../lib/adapters/dynamo/units.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { previewProposedNotice } from '../lib/app/notices/preview-proposed-notice.ts';
import { centreOperations } from '../lib/contract/centre-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  items: dynamoItems(table),
  businesses: dynamoBusinesses(table),
  units: dynamoUnits(table),
  calendars: dynamoCalendars(table),
  settings: dynamoSettings(table),
  plans: dynamoPlans(table),
  consolidations: dynamoConsolidations(table),
  commands: dynamoCommands(table),
  visits: dynamoVisits(table),
  templates: dynamoNoticeTemplates(table),
  baseUrl: baseUrlFromEnvironment(),
};

export const handler = apiFunction(
  centreOperations['preview-proposed-notice'],
  (request) => previewProposedNotice(ports, request),
  edgePorts(table),
);
