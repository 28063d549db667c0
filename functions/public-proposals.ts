import { dynamoConsolidations } from '../lib/adapters/dynamo/consolidations.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { districtFromEnvironment } from '../lib/adapters/own-district.ts';
import { publicProposals } from '../lib/app/publication/public-proposals.ts';
import { publicOperations } from '../lib/contract/public-operations.ts';
import { openFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  consolidations: dynamoConsolidations(table),
  ownDistrict: districtFromEnvironment(),
};

export const handler = openFunction(
  publicOperations['public-proposals'],
  (request) => publicProposals(ports, request),
  edgePorts(table),
);
