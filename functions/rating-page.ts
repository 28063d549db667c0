import { dynamoLinkKeys } from '../lib/adapters/dynamo/link-keys.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { signedLinks } from '../lib/adapters/signed-links.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { rateVisit } from '../lib/app/notices/rate-visit.ts';
import { rateVisit as body } from '../lib/contract/notices.ts';
import { isRefusal } from '../lib/domain/refusal.ts';
import { pageFunction } from '../lib/edge/page-function.ts';
import { readForm } from '../lib/edge/read-form.ts';
import { noticeProblemPage } from '../web/notice-problem-page.ts';

const table = tableFromEnvironment();
const ports = { links: signedLinks(dynamoLinkKeys(table)), visits: dynamoVisits(table) };

export const handler = pageFunction(
  { name: 'rating-page', status: 200 },
  async ({ params: { token = '' }, form, language, now }) => {
    const rating = readForm(body, form, language);
    if (isRefusal(rating)) return rating;
    const answer = await rateVisit(ports, { params: { token }, body: rating.value, now });
    return isRefusal(answer) ? answer : { location: `/n/${token}?lang=${language.slice(0, 2)}#feedback` };
  },
  noticeProblemPage,
  systemClock,
);
