import { dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoGuesses } from '../lib/adapters/dynamo/guesses.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { districtFromEnvironment } from '../lib/adapters/own-district.ts';
import { siteKeyFromEnvironment } from '../lib/adapters/site-key.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { systemPause } from '../lib/adapters/system-pause.ts';
import { verifyCode } from '../lib/app/notices/verify-code.ts';
import { isRefusal } from '../lib/domain/refusal.ts';
import { pageFunction } from '../lib/edge/page-function.ts';
import { codePage, codeProblemPage } from '../web/code-page.ts';

const table = tableFromEnvironment();
const ports = {
  visits: dynamoVisits(table),
  settings: dynamoSettings(table),
  guesses: dynamoGuesses(table),
  pause: systemPause,
  ownDistrict: districtFromEnvironment(),
};

export const handler = pageFunction(
  { name: 'code-page', status: 200 },
  async ({ params: { code = '' }, language, now, source }) => {
    const view = await verifyCode(ports, { params: { code }, language, now, source });
    return isRefusal(view) ? view : { html: codePage(view, language) };
  },
  codeProblemPage,
  systemClock,
  siteKeyFromEnvironment(),
);
