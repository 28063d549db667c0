import { dynamoDraws } from '../lib/adapters/dynamo/draws.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { listDraws } from '../lib/app/draws/get-draw.ts';
import { drawOperations } from '../lib/contract/draw-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = { draws: dynamoDraws(table) };

export const handler = apiFunction(
  drawOperations['list-draws'],
  (request) => listDraws(ports, request),
  edgePorts(table),
);
