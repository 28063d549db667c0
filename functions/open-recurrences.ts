import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoCalendars } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoDraws } from '../lib/adapters/dynamo/draws.ts';
import { dynamoItems } from '../lib/adapters/dynamo/items.ts';
import { dynamoJointPlans } from '../lib/adapters/dynamo/joint-plans.ts';
import { dynamoKnownResults } from '../lib/adapters/dynamo/known-results.ts';
import { dynamoPlans } from '../lib/adapters/dynamo/plans.ts';
import { dynamoRecurrences } from '../lib/adapters/dynamo/recurrences.ts';
import { dynamoScenarios } from '../lib/adapters/dynamo/scenarios.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { districtFromEnvironment } from '../lib/adapters/own-district.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { openRecurrences } from '../lib/app/scenarios/open-recurrences.ts';
import { scheduleFunction } from '../lib/edge/queue-function.ts';

const table = tableFromEnvironment();
const ports = {
  items: dynamoItems(table),
  businesses: dynamoBusinesses(table),
  draws: dynamoDraws(table),
  calendars: dynamoCalendars(table),
  results: dynamoKnownResults(table),
  plans: dynamoPlans(table),
  scenarios: dynamoScenarios(table),
  jointPlans: dynamoJointPlans(table),
  recurrences: dynamoRecurrences(table),
  clock: systemClock,
  ownDistrict: districtFromEnvironment(),
};

export const handler = scheduleFunction('open-recurrences', () => openRecurrences(ports));
