import { dynamoFindings } from '../lib/adapters/dynamo/findings.ts';
import { dynamoLinkKeys } from '../lib/adapters/dynamo/link-keys.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { filesFromEnvironment } from '../lib/adapters/s3/s3-files.ts';
import { signedLinks } from '../lib/adapters/signed-links.ts';
import { announceAnswerPhotos } from '../lib/app/notices/announce-answer-photos.ts';
import { answerOperations } from '../lib/contract/answer-operations.ts';
import { openFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  links: signedLinks(dynamoLinkKeys(table)),
  visits: dynamoVisits(table),
  findings: dynamoFindings(table),
  files: filesFromEnvironment(),
};

export const handler = openFunction(
  answerOperations['announce-answer-photos'],
  (request) => announceAnswerPhotos(ports, request),
  edgePorts(table),
);
