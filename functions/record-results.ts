import { dynamoCalendars, dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoScannedFiles } from '../lib/adapters/dynamo/scanned-files.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { filesFromEnvironment } from '../lib/adapters/s3/s3-files.ts';
import { queuesFromEnvironment } from '../lib/adapters/sqs/sqs-queues.ts';
import { recordResults } from '../lib/app/field/record-results.ts';
import { visitOperations } from '../lib/contract/visit-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  visits: dynamoVisits(table),
  queues: queuesFromEnvironment(),
  settings: dynamoSettings(table),
  calendars: dynamoCalendars(table),
  files: filesFromEnvironment(),
  scannedFiles: dynamoScannedFiles(table),
};

export const handler = apiFunction(
  visitOperations['record-results'],
  (request) => recordResults(ports, request),
  edgePorts(table),
);
