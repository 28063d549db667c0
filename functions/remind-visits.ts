import { dynamoCalendars, dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { districtFromEnvironment } from '../lib/adapters/own-district.ts';
import { queuesFromEnvironment } from '../lib/adapters/sqs/sqs-queues.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { remindVisits } from '../lib/app/notices/remind-visits.ts';
import { scheduleFunction } from '../lib/edge/queue-function.ts';

const table = tableFromEnvironment();
const ports = {
  visits: dynamoVisits(table),
  calendars: dynamoCalendars(table),
  settings: dynamoSettings(table),
  queues: queuesFromEnvironment(),
  clock: systemClock,
  ownDistrict: districtFromEnvironment(),
};

export const handler = scheduleFunction('remind-visits', () => remindVisits(ports));
