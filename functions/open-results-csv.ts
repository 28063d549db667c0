import { dynamoCalendars, dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { districtFromEnvironment } from '../lib/adapters/own-district.ts';
import { resultsToCsv } from '../lib/app/field/results-to-csv.ts';
import { publicResults } from '../lib/app/publication/public-results.ts';
import { publicationOperations } from '../lib/contract/publication-operations.ts';
import { isRefusal } from '../lib/domain/refusal.ts';
import { openFileFunction } from '../lib/edge/open-file-function.ts';

const table = tableFromEnvironment();
const ports = {
  visits: dynamoVisits(table),
  calendars: dynamoCalendars(table),
  settings: dynamoSettings(table),
  ownDistrict: districtFromEnvironment(),
};

export const handler = openFileFunction(
  publicationOperations['open-results-csv'],
  async (request) => {
    const page = await publicResults(ports, request);
    if (isRefusal(page)) return page;
    return { text: resultsToCsv(page), name: 'results.csv', ...(page.nextCursor ? { next: page.nextCursor } : {}) };
  },
  edgePorts(table),
);
