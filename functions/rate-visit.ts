import { dynamoLinkKeys } from '../lib/adapters/dynamo/link-keys.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { signedLinks } from '../lib/adapters/signed-links.ts';
import { rateVisit } from '../lib/app/notices/rate-visit.ts';
import { noticeOperations } from '../lib/contract/notice-operations.ts';
import { openFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = { links: signedLinks(dynamoLinkKeys(table)), visits: dynamoVisits(table) };

export const handler = openFunction(
  noticeOperations['rate-visit'],
  (request) => rateVisit(ports, request),
  edgePorts(table),
);
