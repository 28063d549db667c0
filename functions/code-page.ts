import { dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { verifyCode } from '../lib/app/verify-code.ts';
import { noticeOperations } from '../lib/contract/notice-operations.ts';
import { isRefusal } from '../lib/domain/refusal.ts';
import { pageFunction } from '../lib/edge/page-function.ts';
import { codePage } from '../web/code-page.ts';
import { problemPage } from '../web/page-frame.ts';

const table = tableFromEnvironment();
const ports = { visits: dynamoVisits(table), settings: dynamoSettings(table) };

export const handler = pageFunction(
  noticeOperations['code-page'],
  async ({ params: { code = '' }, language, now }) => {
    const view = await verifyCode(ports, { params: { code }, language, now });
    return isRefusal(view) ? view : { html: codePage(view, language) };
  },
  problemPage,
  systemClock,
);
