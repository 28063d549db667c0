import { baseUrlFromEnvironment } from '../lib/adapters/base-url.ts';
import { dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoLinkKeys } from '../lib/adapters/dynamo/link-keys.ts';
import { dynamoMessageFaults } from '../lib/adapters/dynamo/message-faults.ts';
import { dynamoNoticeTemplates } from '../lib/adapters/dynamo/notice-templates.ts';
import { dynamoSentMessages } from '../lib/adapters/dynamo/sent-messages.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { sendersFromEnvironment } from '../lib/adapters/senders-from-environment.ts';
import { signedLinks } from '../lib/adapters/signed-links.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { sendNotice } from '../lib/app/notices/send-notice.ts';
import { noticeMessage } from '../lib/contract/messages.ts';
import { queueFunction } from '../lib/edge/queue-function.ts';
import { noticePage } from '../web/notice-page.ts';

const table = tableFromEnvironment();
const ports = {
  visits: dynamoVisits(table),
  settings: dynamoSettings(table),
  links: signedLinks(dynamoLinkKeys(table)),
  senders: sendersFromEnvironment(),
  sentMessages: dynamoSentMessages(table),
  templates: dynamoNoticeTemplates(table),
  clock: systemClock,
  baseUrl: baseUrlFromEnvironment(),
  toHtml: (view: Parameters<typeof noticePage>[0]) => noticePage(view, 'zh-CN'),
};

export const handler = queueFunction(
  'notices',
  noticeMessage,
  'fifo',
  (message) => sendNotice(ports, message),
  dynamoMessageFaults(table),
);
