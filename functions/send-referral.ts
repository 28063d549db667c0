import { dynamoCalendars, dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoFindings } from '../lib/adapters/dynamo/findings.ts';
import { dynamoReferrals } from '../lib/adapters/dynamo/referrals.ts';
import { dynamoScannedFiles } from '../lib/adapters/dynamo/scanned-files.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { filesFromEnvironment } from '../lib/adapters/s3/s3-files.ts';
import { queuesFromEnvironment } from '../lib/adapters/sqs/sqs-queues.ts';
import { sendReferral } from '../lib/app/findings/send-referral.ts';
import { findingOperations } from '../lib/contract/finding-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  findings: dynamoFindings(table),
  settings: dynamoSettings(table),
  calendars: dynamoCalendars(table),
  referrals: dynamoReferrals(table),
  files: filesFromEnvironment(),
  scannedFiles: dynamoScannedFiles(table),
  queues: queuesFromEnvironment(),
};

export const handler = apiFunction(
  findingOperations['send-referral'],
  (request) => sendReferral(ports, request),
  edgePorts(table),
);
