import { drawSeeds } from '../lib/adapters/draw-seeds.ts';
import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoDraws } from '../lib/adapters/dynamo/draws.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { commitDraw } from '../lib/app/draws/commit-draw.ts';
import { drawOperations } from '../lib/contract/draw-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  businesses: dynamoBusinesses(table),
  visits: dynamoVisits(table),
  draws: dynamoDraws(table),
  seeds: drawSeeds,
};

export const handler = apiFunction(
  drawOperations['commit-draw'],
  (request) => commitDraw(ports, request),
  edgePorts(table),
);
