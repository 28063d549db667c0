import { dynamoConsolidations } from '../lib/adapters/dynamo/consolidations.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { districtFromEnvironment } from '../lib/adapters/own-district.ts';
import { publicInspectorDraws } from '../lib/app/draws/public-inspector-draws.ts';
import { drawOperations } from '../lib/contract/draw-operations.ts';
import { openFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  consolidations: dynamoConsolidations(table),
  visits: dynamoVisits(table),
  ownDistrict: districtFromEnvironment(),
};

export const handler = openFunction(
  drawOperations['public-inspector-draws'],
  (request) => publicInspectorDraws(ports, request),
  edgePorts(table),
);
