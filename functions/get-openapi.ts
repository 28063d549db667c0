import { baseUrlFromEnvironment } from '../lib/adapters/base-url.ts';
import { openApiDocument } from '../lib/contract/openapi.ts';
import { operations } from '../lib/contract/operations.ts';
import { staticFunction } from '../lib/edge/static-function.ts';

export const handler = staticFunction(operations['get-openapi'], () =>
  JSON.stringify(openApiDocument(baseUrlFromEnvironment())),
);
