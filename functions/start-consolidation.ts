import { drawSeeds } from '../lib/adapters/draw-seeds.ts';
import { dynamoConsolidations } from '../lib/adapters/dynamo/consolidations.ts';
import { dynamoCalendars, dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoUnits } from '../lib/adapters/dynamo/units.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { queuesFromEnvironment } from '../lib/adapters/sqs/sqs-queues.ts';
import { startConsolidation } from '../lib/app/centre/start-consolidation.ts';
import { consolidationOperations } from '../lib/contract/consolidation-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  calendars: dynamoCalendars(table),
  settings: dynamoSettings(table),
  consolidations: dynamoConsolidations(table),
  seeds: drawSeeds,
  units: dynamoUnits(table),
  queues: queuesFromEnvironment(),
};

export const handler = apiFunction(
  consolidationOperations['start-consolidation'],
  (request) => startConsolidation(ports, request),
  edgePorts(table),
);
