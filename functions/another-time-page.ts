import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoCommands } from '../lib/adapters/dynamo/commands.ts';
import { dynamoConsolidations } from '../lib/adapters/dynamo/consolidations.ts';
import { dynamoCalendars, dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoLinkKeys } from '../lib/adapters/dynamo/link-keys.ts';
import { dynamoPlans } from '../lib/adapters/dynamo/plans.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoUnits } from '../lib/adapters/dynamo/units.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { systemIds } from '../lib/adapters/ids.ts';
import { signedLinks } from '../lib/adapters/signed-links.ts';
import { queuesFromEnvironment } from '../lib/adapters/sqs/sqs-queues.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { requestAnotherTime } from '../lib/app/notices/request-another-time.ts';
import { requestAnotherTime as body } from '../lib/contract/notices.ts';
import { isRefusal } from '../lib/domain/refusal.ts';
import { pageFunction } from '../lib/edge/page-function.ts';
import { readForm } from '../lib/edge/read-form.ts';
import { noticeProblemPage } from '../web/notice-problem-page.ts';

const table = tableFromEnvironment();
const ports = {
  links: signedLinks(dynamoLinkKeys(table)),
  visits: dynamoVisits(table),
  settings: dynamoSettings(table),
  calendars: dynamoCalendars(table),
  businesses: dynamoBusinesses(table),
  units: dynamoUnits(table),
  plans: dynamoPlans(table),
  consolidations: dynamoConsolidations(table),
  commands: dynamoCommands(table),
  queues: queuesFromEnvironment(),
};

export const handler = pageFunction(
  { name: 'another-time-page', status: 200 },
  async ({ params: { token = '' }, form, language, now }) => {
    const wish = readForm(body, form, language);
    if (isRefusal(wish)) return wish;
    const answer = await requestAnotherTime(ports, { params: { token }, body: wish.value, now, ids: systemIds });
    return isRefusal(answer) ? answer : { location: `/n/${token}?lang=${language.slice(0, 2)}` };
  },
  noticeProblemPage,
  systemClock,
);
