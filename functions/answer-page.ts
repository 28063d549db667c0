import { dynamoCalendars, dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoFindings } from '../lib/adapters/dynamo/findings.ts';
import { dynamoLinkKeys } from '../lib/adapters/dynamo/link-keys.ts';
import { dynamoScannedFiles } from '../lib/adapters/dynamo/scanned-files.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { filesFromEnvironment } from '../lib/adapters/s3/s3-files.ts';
import { signedLinks } from '../lib/adapters/signed-links.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { answerFinding } from '../lib/app/findings/answer-finding.ts';
import { answerFinding as body } from '../lib/contract/answers.ts';
import { isRefusal } from '../lib/domain/refusal.ts';
import { pageFunction } from '../lib/edge/page-function.ts';
import { readForm } from '../lib/edge/read-form.ts';
import { noticeProblemPage } from '../web/notice-problem-page.ts';

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

export const handler = pageFunction(
  { name: 'answer-page', status: 200 },
  async ({ params: { token = '', findingId = '' }, form, language, now }) => {
    const answer = readForm(body, form, language);
    if (isRefusal(answer)) return answer;
    const given = await answerFinding(ports, { params: { token, findingId }, body: answer.value, language, now });
    return isRefusal(given) ? given : { location: `/n/${token}?lang=${language.slice(0, 2)}#findings` };
  },
  noticeProblemPage,
  systemClock,
);
