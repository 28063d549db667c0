import { dynamoReferrals } from '../lib/adapters/dynamo/referrals.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { getReferral } from '../lib/app/findings/get-referral.ts';
import { findingOperations } from '../lib/contract/finding-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = { referrals: dynamoReferrals(table) };

export const handler = apiFunction(
  findingOperations['get-referral'],
  (request) => getReferral(ports, request),
  edgePorts(table),
);
