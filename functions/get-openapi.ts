import { baseUrlFromEnvironment } from '../lib/adapters/base-url.ts';
import { openApiDocument } from '../lib/contract/openapi.ts';
import { publicOperations } from '../lib/contract/public-operations.ts';
import { staticFunction } from '../lib/edge/static-function.ts';

export const handler = staticFunction(publicOperations['get-openapi'], () =>
  JSON.stringify(openApiDocument(baseUrlFromEnvironment())),
);
