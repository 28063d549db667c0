import { baseUrlFromEnvironment } from '../lib/adapters/base-url.ts';
import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoCommands } from '../lib/adapters/dynamo/commands.ts';
import { dynamoConsolidations } from '../lib/adapters/dynamo/consolidations.ts';
import { dynamoCalendars, dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoFindings } from '../lib/adapters/dynamo/findings.ts';
import { dynamoLinkKeys } from '../lib/adapters/dynamo/link-keys.ts';
import { dynamoPlans } from '../lib/adapters/dynamo/plans.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoUnits } from '../lib/adapters/dynamo/units.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { signedLinks } from '../lib/adapters/signed-links.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { getNotice } from '../lib/app/notices/get-notice.ts';
import { isRefusal } from '../lib/domain/refusal.ts';
import { isAutomatic } from '../lib/edge/is-automatic.ts';
import { pageFunction } from '../lib/edge/page-function.ts';
import { noticePage } from '../web/notice-page.ts';
import { noticeProblemPage } from '../web/notice-problem-page.ts';

const table = tableFromEnvironment();
const ports = {
  links: signedLinks(dynamoLinkKeys(table)),
  visits: dynamoVisits(table),
  settings: dynamoSettings(table),
  findings: dynamoFindings(table),
  calendars: dynamoCalendars(table),
  businesses: dynamoBusinesses(table),
  units: dynamoUnits(table),
  plans: dynamoPlans(table),
  consolidations: dynamoConsolidations(table),
  commands: dynamoCommands(table),
  baseUrl: baseUrlFromEnvironment(),
};

export const handler = pageFunction(
  { name: 'notice-page', status: 200 },
  async ({ params: { token = '' }, query, language, now, headers }) => {
    const isStaff = query.look === 'staff'; // the console's own way to it: what staff look at, the business has not read
    const view = await getNotice(ports, { params: { token }, language, now }, !isStaff && !isAutomatic(headers));
    return isRefusal(view)
      ? view
      : {
          html: noticePage(view, language, {
            path: `/n/${token}`,
            query: `?lang=${language.slice(0, 2)}`,
            ...(isStaff ? { kept: { look: 'staff' } } : {}),
          }),
        };
  },
  noticeProblemPage,
  systemClock,
);
