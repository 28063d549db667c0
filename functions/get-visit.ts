import { dynamoLinkKeys } from '../lib/adapters/dynamo/link-keys.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { signedLinks } from '../lib/adapters/signed-links.ts';
import { getVisit } from '../lib/app/visits/get-visit.ts';
import { visitOperations } from '../lib/contract/visit-operations.ts';
import { apiFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  visits: dynamoVisits(table),
  links: signedLinks(dynamoLinkKeys(table)),
};

export const handler = apiFunction(
  visitOperations['get-visit'],
  (request) => getVisit(ports, request),
  edgePorts(table),
);
