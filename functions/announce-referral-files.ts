import { dynamoReferrals } from '../lib/adapters/dynamo/referrals.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { filesFromEnvironment } from '../lib/adapters/s3/s3-files.ts';
import { announceReferralFiles } from '../lib/app/findings/announce-referral-files.ts';
import { findingOperations } from '../lib/contract/finding-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = { referrals: dynamoReferrals(table), files: filesFromEnvironment() };

export const handler = apiFunction(
  findingOperations['announce-referral-files'],
  (request) => announceReferralFiles(ports, request),
  edgePorts(table),
);
