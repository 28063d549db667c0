import { baseUrlFromEnvironment } from '../lib/adapters/base-url.ts';
import { dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoNoticeTemplates } from '../lib/adapters/dynamo/notice-templates.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { previewNoticeTemplate } from '../lib/app/notices/notice-templates.ts';
import { deliveryOperations } from '../lib/contract/delivery-operations.ts';
import { wordFault } from '../lib/contract/word-fault.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  visits: dynamoVisits(table),
  templates: dynamoNoticeTemplates(table),
  settings: dynamoSettings(table),
  baseUrl: baseUrlFromEnvironment(),
  inWords: wordFault,
};

export const handler = apiFunction(
  deliveryOperations['preview-notice-template'],
  (request) => previewNoticeTemplate(ports, request),
  edgePorts(table),
);
