import { baseUrlFromEnvironment } from '../lib/adapters/base-url.ts';
import { dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoFindings } from '../lib/adapters/dynamo/findings.ts';
import { dynamoLinkKeys } from '../lib/adapters/dynamo/link-keys.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { systemIds } from '../lib/adapters/ids.ts';
import { filesFromEnvironment } from '../lib/adapters/s3/s3-files.ts';
import { signedLinks } from '../lib/adapters/signed-links.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { answerForm } from '../lib/app/notices/answer-form.ts';
import { isRefusal } from '../lib/domain/refusal.ts';
import { pageFunction } from '../lib/edge/page-function.ts';
import { findingPage } from '../web/finding-page.ts';
import { noticeProblemPage } from '../web/notice-problem-page.ts';

const table = tableFromEnvironment();
const ports = {
  links: signedLinks(dynamoLinkKeys(table)),
  visits: dynamoVisits(table),
  findings: dynamoFindings(table),
  settings: dynamoSettings(table),
  files: filesFromEnvironment(),
  baseUrl: baseUrlFromEnvironment(),
};

export const handler = pageFunction(
  { name: 'finding-page', status: 200 },
  async ({ params: { token = '', findingId = '' }, query, language, now }) => {
    const photos = (query.photos ?? '').split(',').filter((one) => one !== '');
    const form = await answerForm(ports, { params: { token, findingId }, photos, language, now, ids: systemIds });
    if (isRefusal(form)) return form;
    const notice = `/n/${token}?lang=${language.slice(0, 2)}`;
    const path = `/n/${token}/findings/${encodeURIComponent(findingId)}`;
    const { finding, ...rest } = form;
    return {
      html: findingPage(finding, language, { path, notice, ...rest }),
      ...(form.upload ? { postsTo: new URL(form.upload.url).origin } : {}),
    };
  },
  noticeProblemPage,
  systemClock,
);
