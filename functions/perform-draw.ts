import { dynamoDraws } from '../lib/adapters/dynamo/draws.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { performOwnDraw } from '../lib/app/draws/perform-draw.ts';
import { drawOperations } from '../lib/contract/draw-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = { draws: dynamoDraws(table) };

export const handler = apiFunction(
  drawOperations['perform-draw'],
  (request) => performOwnDraw(ports, request),
  edgePorts(table),
);
