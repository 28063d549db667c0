import { dynamoRecords } from '../lib/adapters/dynamo/records.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { getRecord } from '../lib/app/record/get-record.ts';
import { recordOperations } from '../lib/contract/record-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = { records: dynamoRecords(table) };

export const handler = apiFunction(
  recordOperations['get-record'],
  (request) => getRecord(ports, request),
  edgePorts(table),
);
