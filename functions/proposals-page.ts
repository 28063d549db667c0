import { dynamoConsolidations } from '../lib/adapters/dynamo/consolidations.ts';
import { dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { districtFromEnvironment } from '../lib/adapters/own-district.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { publicNames, publicProposals } from '../lib/app/publication/public-proposals.ts';
import { publicOperations } from '../lib/contract/public-operations.ts';
import { isRefusal } from '../lib/domain/refusal.ts';
import { pageFunction } from '../lib/edge/page-function.ts';
import { problemPage } from '../web/page-frame.ts';
import { proposalsPage } from '../web/proposals-page.ts';

const table = tableFromEnvironment();
const ports = {
  consolidations: dynamoConsolidations(table),
  settings: dynamoSettings(table),
  ownDistrict: districtFromEnvironment(),
};

export const handler = pageFunction(
  publicOperations['proposals-page'],
  async ({ language, now }) => {
    const names = await publicNames(ports, now);
    const view = await publicProposals(ports, { query: { limit: 100 }, now });
    return isRefusal(view) ? view : { html: proposalsPage(view.items, names, language) };
  },
  problemPage,
  systemClock,
);
