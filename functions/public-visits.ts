import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { districtFromEnvironment } from '../lib/adapters/own-district.ts';
import { publicVisits } from '../lib/app/publication/public-visits.ts';
import { publicOperations } from '../lib/contract/public-operations.ts';
import { openFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  visits: dynamoVisits(table),
  ownDistrict: districtFromEnvironment(),
};

export const handler = openFunction(
  publicOperations['public-visits'],
  (request) => publicVisits(ports, request),
  edgePorts(table),
);
