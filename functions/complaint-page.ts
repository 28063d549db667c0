import { dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoLinkKeys } from '../lib/adapters/dynamo/link-keys.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { systemIds } from '../lib/adapters/ids.ts';
import { signedLinks } from '../lib/adapters/signed-links.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { complain } from '../lib/app/notices/complain.ts';
import { complain as body } from '../lib/contract/notices.ts';
import { isRefusal } from '../lib/domain/refusal.ts';
import { pageFunction } from '../lib/edge/page-function.ts';
import { readForm } from '../lib/edge/read-form.ts';
import { noticeProblemPage } from '../web/notice-problem-page.ts';

const table = tableFromEnvironment();
const ports = {
  links: signedLinks(dynamoLinkKeys(table)),
  visits: dynamoVisits(table),
  settings: dynamoSettings(table),
};

export const handler = pageFunction(
  { name: 'complaint-page', status: 200 },
  async ({ params: { token = '' }, form, language, now }) => {
    const complaint = readForm(body, form, language);
    if (isRefusal(complaint)) return complaint;
    const answer = await complain(ports, { params: { token }, body: complaint.value, now, ids: systemIds });
    return isRefusal(answer) ? answer : { location: `/n/${token}?lang=${language.slice(0, 2)}#feedback` };
  },
  noticeProblemPage,
  systemClock,
);
