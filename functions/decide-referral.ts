import { dynamoCalendars, dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoFindings } from '../lib/adapters/dynamo/findings.ts';
import { dynamoReferrals } from '../lib/adapters/dynamo/referrals.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { decideReferral } from '../lib/app/findings/decide-referral.ts';
import { findingOperations } from '../lib/contract/finding-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  findings: dynamoFindings(table),
  settings: dynamoSettings(table),
  calendars: dynamoCalendars(table),
  referrals: dynamoReferrals(table),
};

export const handler = apiFunction(
  findingOperations['decide-referral'],
  (request) => decideReferral(ports, request),
  edgePorts(table),
);
