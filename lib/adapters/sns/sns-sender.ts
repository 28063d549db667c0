import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { MessageSender } from '../../app/ports/notice-ports.ts';
import { refusalOrFault, taken } from '../channel-refusal.ts';

/** A number that text messages reach, as E.164: mainland mobiles without a prefix get theirs. Undefined for landlines. */
export const toMobile = (phone: string): string | undefined => {
  const digits = phone.replaceAll(/[\s()-]/g, '').replace(/^00/, '+');
  const number = /^1[3-9]\d{9}$/.test(digits) ? `+86${digits}` : digits.replace(/^86(?=1\d{10}$)/, '+86');
  if (number.startsWith('+86')) return /^\+861[3-9]\d{9}$/.test(number) ? number : undefined;
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : undefined;
};

/** Notices by text message: the short text, which ends with the link. */
export const snsSender = (client: SNSClient): MessageSender => ({
  channel: 'sms',
  async send({ short }, { phone }) {
    const PhoneNumber = phone && toMobile(phone);
    if (!PhoneNumber) return undefined;
    const command = new PublishCommand({
      PhoneNumber,
      Message: short,
      MessageAttributes: { 'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' } },
    });
    return client.send(command).then(({ MessageId }) => taken(MessageId), refusalOrFault);
  },
});
