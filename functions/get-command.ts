import { dynamoCommands } from '../lib/adapters/dynamo/commands.ts';
import { dynamoConsolidations } from '../lib/adapters/dynamo/consolidations.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { getCommand } from '../lib/app/schedule/get-command.ts';
import { consolidationOperations } from '../lib/contract/consolidation-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  consolidations: dynamoConsolidations(table),
  commands: dynamoCommands(table),
};

export const handler = apiFunction(
  consolidationOperations['get-command'],
  (request) => getCommand(ports, request),
  edgePorts(table),
);
