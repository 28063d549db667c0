import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { answerComplaint } from '../lib/app/notices/answer-complaint.ts';
import { noticeOperations } from '../lib/contract/notice-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = { visits: dynamoVisits(table) };

export const handler = apiFunction(
  noticeOperations['answer-complaint'],
  (request) => answerComplaint(ports, request),
  edgePorts(table),
);
