import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoCommands } from '../lib/adapters/dynamo/commands.ts';
import { dynamoConsolidations } from '../lib/adapters/dynamo/consolidations.ts';
import { dynamoCalendars, dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoLinkKeys } from '../lib/adapters/dynamo/link-keys.ts';
import { dynamoPlans } from '../lib/adapters/dynamo/plans.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoUnits } from '../lib/adapters/dynamo/units.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { signedLinks } from '../lib/adapters/signed-links.ts';
import { queuesFromEnvironment } from '../lib/adapters/sqs/sqs-queues.ts';
import { requestAnotherTime } from '../lib/app/notices/request-another-time.ts';
import { noticeOperations } from '../lib/contract/notice-operations.ts';
import { openFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  links: signedLinks(dynamoLinkKeys(table)),
  visits: dynamoVisits(table),
  settings: dynamoSettings(table),
  calendars: dynamoCalendars(table),
  businesses: dynamoBusinesses(table),
  units: dynamoUnits(table),
  plans: dynamoPlans(table),
  consolidations: dynamoConsolidations(table),
  commands: dynamoCommands(table),
  queues: queuesFromEnvironment(),
};

export const handler = openFunction(
  noticeOperations['request-another-time'],
  (request) => requestAnotherTime(ports, request),
  edgePorts(table),
);
