import { dynamoCalendars } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoItems } from '../lib/adapters/dynamo/items.ts';
import { dynamoPlans } from '../lib/adapters/dynamo/plans.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { closePlan } from '../lib/app/plans/close-plan.ts';
import { planOperations } from '../lib/contract/plan-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = { items: dynamoItems(table), calendars: dynamoCalendars(table), plans: dynamoPlans(table) };

export const handler = apiFunction(
  planOperations['close-plan'],
  (request) => closePlan(ports, request),
  edgePorts(table),
);
