import { dynamoCalendars, dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoFindings } from '../lib/adapters/dynamo/findings.ts';
import { dynamoItems } from '../lib/adapters/dynamo/items.ts';
import { dynamoPlans } from '../lib/adapters/dynamo/plans.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { planRecheck } from '../lib/app/findings/plan-recheck.ts';
import { findingOperations } from '../lib/contract/finding-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  findings: dynamoFindings(table),
  settings: dynamoSettings(table),
  calendars: dynamoCalendars(table),
  items: dynamoItems(table),
  plans: dynamoPlans(table),
};

export const handler = apiFunction(
  findingOperations['plan-recheck'],
  (request) => planRecheck(ports, request),
  edgePorts(table),
);
