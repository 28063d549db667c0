import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoFindings } from '../lib/adapters/dynamo/findings.ts';
import { dynamoItems } from '../lib/adapters/dynamo/items.ts';
import { dynamoKnownResults } from '../lib/adapters/dynamo/known-results.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { roundInWords } from '../lib/app/field/round-in-words.ts';
import { roundToCsv } from '../lib/app/field/round-to-csv.ts';
import { fieldOperations } from '../lib/contract/field-operations.ts';
import { staffFileFunction } from '../lib/edge/staff-file-function.ts';

const table = tableFromEnvironment();
const ports = {
  visits: dynamoVisits(table),
  businesses: dynamoBusinesses(table),
  findings: dynamoFindings(table),
  results: dynamoKnownResults(table),
  items: dynamoItems(table),
  settings: dynamoSettings(table),
};

export const handler = staffFileFunction(
  fieldOperations['round-csv'],
  async (request) => {
    const round = await roundInWords(ports, request);
    return 'refused' in round
      ? round
      : { text: roundToCsv(round, request.language), name: `round-${round.unitId}-${round.day}.csv` };
  },
  edgePorts(table),
);
