import { dynamoCalendars, dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoFindings } from '../lib/adapters/dynamo/findings.ts';
import { dynamoLinkKeys } from '../lib/adapters/dynamo/link-keys.ts';
import { dynamoScannedFiles } from '../lib/adapters/dynamo/scanned-files.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { filesFromEnvironment } from '../lib/adapters/s3/s3-files.ts';
import { signedLinks } from '../lib/adapters/signed-links.ts';
import { answerFinding } from '../lib/app/findings/answer-finding.ts';
import { answerOperations } from '../lib/contract/answer-operations.ts';
import { openFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  links: signedLinks(dynamoLinkKeys(table)),
  visits: dynamoVisits(table),
  findings: dynamoFindings(table),
  settings: dynamoSettings(table),
  calendars: dynamoCalendars(table),
  files: filesFromEnvironment(),
  scannedFiles: dynamoScannedFiles(table),
};

export const handler = openFunction(
  answerOperations['answer-finding'],
  (request) => answerFinding(ports, request),
  edgePorts(table),
);
