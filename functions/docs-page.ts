import { baseUrlFromEnvironment } from '../lib/adapters/base-url.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { openApiDocument } from '../lib/contract/openapi.ts';
import { publicOperations } from '../lib/contract/public-operations.ts';
import { pageFunction } from '../lib/edge/page-function.ts';
import { readOpenApi } from '../web/docs-document.ts';
import { docsPage } from '../web/docs-page.ts';
import { problemPage } from '../web/page-frame.ts';

const document = readOpenApi(openApiDocument(baseUrlFromEnvironment()));

export const handler = pageFunction(
  publicOperations['docs-page'],
  async ({ language }) => ({ html: docsPage(document, language) }),
  problemPage,
  systemClock,
);
