import { baseUrlFromEnvironment } from '../lib/adapters/base-url.ts';
import { dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoNoticeTemplates } from '../lib/adapters/dynamo/notice-templates.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { addNoticeTemplate } from '../lib/app/notices/notice-templates.ts';
import { deliveryOperations } from '../lib/contract/delivery-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  templates: dynamoNoticeTemplates(table),
  settings: dynamoSettings(table),
  baseUrl: baseUrlFromEnvironment(),
};

export const handler = apiFunction(
  deliveryOperations['add-notice-template'],
  (request) => addNoticeTemplate(ports, request),
  edgePorts(table),
);
