import { dynamoDraws } from '../lib/adapters/dynamo/draws.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { districtFromEnvironment } from '../lib/adapters/own-district.ts';
import { publicDraw } from '../lib/app/draws/public-draws.ts';
import { drawOperations } from '../lib/contract/draw-operations.ts';
import { openFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  draws: dynamoDraws(table),
  ownDistrict: districtFromEnvironment(),
};

export const handler = openFunction(
  drawOperations['public-draw'],
  (request) => publicDraw(ports, request),
  edgePorts(table),
);
