import { baseUrlFromEnvironment } from '../lib/adapters/base-url.ts';
import { dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoLinkKeys } from '../lib/adapters/dynamo/link-keys.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { signedLinks } from '../lib/adapters/signed-links.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { visitCalendar } from '../lib/app/notices/visit-calendar.ts';
import { isRefusal } from '../lib/domain/refusal.ts';
import { pageFunction } from '../lib/edge/page-function.ts';
import { noticeProblemPage } from '../web/notice-problem-page.ts';

const table = tableFromEnvironment();
const ports = {
  links: signedLinks(dynamoLinkKeys(table)),
  visits: dynamoVisits(table),
  settings: dynamoSettings(table),
  baseUrl: baseUrlFromEnvironment(),
};

export const handler = pageFunction(
  { name: 'visit-calendar', status: 200 },
  async ({ params: { token = '' }, language, now }) => {
    const file = await visitCalendar(ports, { token, language, now });
    if (isRefusal(file)) return file;
    return { file: file.text, type: `text/calendar; charset=utf-8; method=${file.method}`, name: 'visit.ics' };
  },
  noticeProblemPage,
  systemClock,
);
