import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import type { MessageSender } from '../app/ports/notice-ports.ts';
import { sesSender } from './ses/ses-sender.ts';
import { snsSender } from './sns/sns-sender.ts';
import { systemClock } from './system-clock.ts';
import { webhookSender } from './webhook/webhook-sender.ts';

const limits = { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true };

/** The channels that push to whoever is on duty: those of the notices, without papers, and with less patience. */
export const dutySendersFromEnvironment = (): readonly MessageSender[] => {
  const { EMAIL_FROM, SMS_ENABLED, WEBHOOK_KEY, WEBHOOK_ALLOW_PRIVATE } = process.env;
  const senders: MessageSender[] = [];
  if (EMAIL_FROM) senders.push(sesSender(new SESv2Client({ requestHandler: limits }), EMAIL_FROM));
  if (SMS_ENABLED === 'true') senders.push(snsSender(new SNSClient({ requestHandler: limits })));
  if (WEBHOOK_KEY) {
    const allowPrivate = WEBHOOK_ALLOW_PRIVATE === 'true';
    senders.push(webhookSender({ key: WEBHOOK_KEY, clock: systemClock, allowPrivate, timeoutMs: 3_000 }));
  }
  return senders;
};
