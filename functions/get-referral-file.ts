import { dynamoReferrals } from '../lib/adapters/dynamo/referrals.ts';
import { dynamoScannedFiles } from '../lib/adapters/dynamo/scanned-files.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { filesFromEnvironment } from '../lib/adapters/s3/s3-files.ts';
import { getReferralFile } from '../lib/app/findings/get-referral-file.ts';
import { findingOperations } from '../lib/contract/finding-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  referrals: dynamoReferrals(table),
  scannedFiles: dynamoScannedFiles(table),
  files: filesFromEnvironment(),
};

export const handler = apiFunction(
  findingOperations['get-referral-file'],
  (request) => getReferralFile(ports, request),
  edgePorts(table),
);
