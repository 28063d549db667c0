import { dynamoImports } from '../lib/adapters/dynamo/bulk-imports.ts';
import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoItems } from '../lib/adapters/dynamo/items.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoUnits } from '../lib/adapters/dynamo/units.ts';
import { rowReader } from '../lib/adapters/rows/read-rows.ts';
import { filesFromEnvironment } from '../lib/adapters/s3/s3-files.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { importFile } from '../lib/app/imports/import-file.ts';
import { importMessage } from '../lib/contract/messages.ts';
import { queueFunction } from '../lib/edge/queue-function.ts';

const table = tableFromEnvironment();
const ports = {
  imports: dynamoImports(table),
  items: dynamoItems(table),
  businesses: dynamoBusinesses(table),
  units: dynamoUnits(table),
  files: filesFromEnvironment(),
  rowReader,
  clock: systemClock,
};

export const handler = queueFunction('imports', importMessage, 'standard', (message) => importFile(ports, message));
