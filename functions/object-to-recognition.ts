import { dynamoConsolidations } from '../lib/adapters/dynamo/consolidations.ts';
import { dynamoCalendars, dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoPlans } from '../lib/adapters/dynamo/plans.ts';
import { dynamoScannedFiles } from '../lib/adapters/dynamo/scanned-files.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { filesFromEnvironment } from '../lib/adapters/s3/s3-files.ts';
import { objectToRecognition } from '../lib/app/field/object-to-recognition.ts';
import { fieldOperations } from '../lib/contract/field-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  plans: dynamoPlans(table),
  consolidations: dynamoConsolidations(table),
  visits: dynamoVisits(table),
  settings: dynamoSettings(table),
  calendars: dynamoCalendars(table),
  scannedFiles: dynamoScannedFiles(table),
  files: filesFromEnvironment(),
};

export const handler = apiFunction(
  fieldOperations['object-to-recognition'],
  (request) => objectToRecognition(ports, request),
  edgePorts(table),
);
