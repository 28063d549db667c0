import { dynamoConsolidations } from '../lib/adapters/dynamo/consolidations.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { districtFromEnvironment } from '../lib/adapters/own-district.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { escalateReviews } from '../lib/app/centre/escalate-reviews.ts';
import { scheduleFunction } from '../lib/edge/queue-function.ts';

const table = tableFromEnvironment();
const ports = {
  consolidations: dynamoConsolidations(table),
  clock: systemClock,
  ownDistrict: districtFromEnvironment(),
};

export const handler = scheduleFunction('escalate-reviews', () => escalateReviews(ports));
