import { dynamoCalendars, dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoFindings } from '../lib/adapters/dynamo/findings.ts';
import { dynamoKnownResults } from '../lib/adapters/dynamo/known-results.ts';
import { dynamoMessageFaults } from '../lib/adapters/dynamo/message-faults.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { recogniseResults } from '../lib/app/field/recognise-results.ts';
import { resultsMessage } from '../lib/contract/messages.ts';
import { queueFunction } from '../lib/edge/queue-function.ts';

const table = tableFromEnvironment();
const ports = {
  visits: dynamoVisits(table),
  results: dynamoKnownResults(table),
  findings: dynamoFindings(table),
  settings: dynamoSettings(table),
  calendars: dynamoCalendars(table),
  clock: systemClock,
};

export const handler = queueFunction(
  'results',
  resultsMessage,
  'standard',
  (message) => recogniseResults(ports, message),
  dynamoMessageFaults(table),
);
