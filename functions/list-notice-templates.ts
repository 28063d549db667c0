import { dynamoNoticeTemplates } from '../lib/adapters/dynamo/notice-templates.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { listNoticeTemplates } from '../lib/app/notices/notice-templates.ts';
import { deliveryOperations } from '../lib/contract/delivery-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  templates: dynamoNoticeTemplates(table),
};

export const handler = apiFunction(
  deliveryOperations['list-notice-templates'],
  (request) => listNoticeTemplates(ports, request),
  edgePorts(table),
);
