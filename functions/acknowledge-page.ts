import { dynamoLinkKeys } from '../lib/adapters/dynamo/link-keys.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { signedLinks } from '../lib/adapters/signed-links.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { acknowledgeNotice } from '../lib/app/notices/acknowledge-notice.ts';
import { acknowledge } from '../lib/contract/notices.ts';
import { isRefusal } from '../lib/domain/refusal.ts';
import { pageFunction } from '../lib/edge/page-function.ts';
import { noticeProblemPage } from '../web/notice-problem-page.ts';

const table = tableFromEnvironment();
const ports = { links: signedLinks(dynamoLinkKeys(table)), visits: dynamoVisits(table) };

export const handler = pageFunction(
  { name: 'acknowledge-page', status: 200 },
  async ({ params: { token = '' }, form, language, now }) => {
    const body = acknowledge.safeParse({ version: Number(form.get('version')) || undefined });
    const answer = await acknowledgeNotice(ports, { params: { token }, body: body.data ?? {}, now });
    return isRefusal(answer) ? answer : { location: `/n/${token}?lang=${language.slice(0, 2)}` };
  },
  noticeProblemPage,
  systemClock,
);
