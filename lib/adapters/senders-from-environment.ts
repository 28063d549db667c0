import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import type { NoticeSender } from '../app/ports/notice-ports.ts';
import { noticePdfSource } from './notice-pdf-source.ts';
import { portalSender } from './portal-sender.ts';
import { sesSender } from './ses/ses-sender.ts';
import { snsSender } from './sns/sns-sender.ts';
import { systemClock } from './system-clock.ts';
import { webhookSender } from './webhook/webhook-sender.ts';

const limits = { connectionTimeout: 1_000, requestTimeout: 10_000, throwOnRequestTimeout: true };

/**
 * The channels of this deployment: the portal always, e-mail where `EMAIL_FROM` names the sender (reported on by `EMAIL_CONFIGURATION_SET`), text messages where
 * `SMS_ENABLED` is `true`, webhooks where `WEBHOOK_KEY` is set. `WEBHOOK_ALLOW_PRIVATE=true` is for one machine only.
 */
export const sendersFromEnvironment = (): readonly NoticeSender[] => {
  const { EMAIL_FROM, EMAIL_CONFIGURATION_SET, SMS_ENABLED, WEBHOOK_KEY, WEBHOOK_ALLOW_PRIVATE } = process.env;
  const senders: NoticeSender[] = [portalSender];
  if (EMAIL_FROM)
    senders.push(
      sesSender(new SESv2Client({ requestHandler: limits }), EMAIL_FROM, {
        configurationSet: EMAIL_CONFIGURATION_SET,
        pdfOf: noticePdfSource,
      }),
    );
  if (SMS_ENABLED === 'true') senders.push(snsSender(new SNSClient({ requestHandler: limits })));
  if (WEBHOOK_KEY) {
    const allowPrivate = WEBHOOK_ALLOW_PRIVATE === 'true';
    senders.push(webhookSender({ key: WEBHOOK_KEY, clock: systemClock, allowPrivate }));
  }
  return senders;
};
