import { SESv2Client } from '@aws-sdk/client-sesv2';
import type { NoticeSender } from '../app/ports/notice-ports.ts';
import { sesSender } from './ses/ses-sender.ts';

const limits = { connectionTimeout: 1_000, requestTimeout: 10_000, throwOnRequestTimeout: true };

/** The channel of test sends: e-mail where `EMAIL_FROM` names the sender, reported on by nobody. */
export const testSendersFromEnvironment = (): readonly NoticeSender[] => {
  const { EMAIL_FROM } = process.env;
  return EMAIL_FROM ? [sesSender(new SESv2Client({ requestHandler: limits }), EMAIL_FROM)] : [];
};
