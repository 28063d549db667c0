import { dynamoCalendars, dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoFindings } from '../lib/adapters/dynamo/findings.ts';
import { dynamoMediators } from '../lib/adapters/dynamo/mediators.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { decideDisposition } from '../lib/app/findings/decide-disposition.ts';
import { findingOperations } from '../lib/contract/finding-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  findings: dynamoFindings(table),
  settings: dynamoSettings(table),
  calendars: dynamoCalendars(table),
  mediators: dynamoMediators(table),
};

export const handler = apiFunction(
  findingOperations['decide-disposition'],
  (request) => decideDisposition(ports, request),
  edgePorts(table),
);
