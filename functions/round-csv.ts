import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoFindings } from '../lib/adapters/dynamo/findings.ts';
import { dynamoKnownResults } from '../lib/adapters/dynamo/known-results.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { getRound } from '../lib/app/field/get-round.ts';
import { roundToCsv } from '../lib/app/field/round-to-csv.ts';
import { fieldOperations } from '../lib/contract/field-operations.ts';
import { staffFileFunction } from '../lib/edge/staff-file-function.ts';

const table = tableFromEnvironment();
const ports = {
  visits: dynamoVisits(table),
  businesses: dynamoBusinesses(table),
  findings: dynamoFindings(table),
  results: dynamoKnownResults(table),
};

export const handler = staffFileFunction(
  fieldOperations['round-csv'],
  async (request) => {
    const round = await getRound(ports, request);
    return 'refused' in round
      ? round
      : { text: roundToCsv(round, request.language), name: `round-${round.unitId}-${round.day}.csv` };
  },
  edgePorts(table),
);
