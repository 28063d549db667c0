import { MessageRejected, SESv2Client, SendEmailCommand, TooManyRequestsException } from '@aws-sdk/client-sesv2';
import { InternalErrorException, InvalidParameterException, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { portalSender } from '../../../lib/adapters/portal-sender.ts';
import { sendersFromEnvironment } from '../../../lib/adapters/senders-from-environment.ts';
import { sesSender } from '../../../lib/adapters/ses/ses-sender.ts';
import { snsSender, toMobile } from '../../../lib/adapters/sns/sns-sender.ts';
import { deliveryReport } from '../../../lib/contract/delivery-reports.ts';
import { anOutgoingNotice } from '../../support/a-notice.ts';

const metadata = { message: 'no', $metadata: {} };

describe('the portal', () => {
  it('has every notice, whatever the contacts', async () => {
    expect(await portalSender.send(anOutgoingNotice(), {})).toEqual({ status: 'sent' });
  });
});

describe('e-mail', () => {
  const aSender = () => {
    const client = new SESv2Client({ region: 'local' });
    return { mock: mockClient(client), sender: sesSender(client, 'notices@example.com') };
  };

  it('sends text and page to the business, under a header that names notice and version', async () => {
    const { mock, sender } = aSender();
    mock.on(SendEmailCommand).resolves({});
    expect(await sender.send(anOutgoingNotice(), { email: 'desk@example.com' })).toEqual({ status: 'sent' });
    const { Content, ...envelope } = mock.commandCalls(SendEmailCommand)[0]?.args[0].input ?? {};
    expect(envelope).toEqual({
      FromEmailAddress: 'notices@example.com',
      Destination: { ToAddresses: ['desk@example.com'] },
    });
    const message = Buffer.from(Content?.Raw?.Data ?? []).toString('latin1');
    expect(message).toContain('X-Notice-Key: 91330102MA2AAAAA0A-01.v1:1\r\n');
  });

  it('names its notice in a tag where it is reported on: the report then finds the notice', async () => {
    const client = new SESv2Client({ region: 'local' });
    const mock = mockClient(client);
    mock.on(SendEmailCommand).resolves({ MessageId: 'm1' });
    const sender = sesSender(client, 'notices@example.com', { configurationSet: 'reports' });
    await sender.send(anOutgoingNotice(), { email: 'desk@example.com' });
    const { ConfigurationSetName, EmailTags = [] } = mock.commandCalls(SendEmailCommand)[0]?.args[0].input ?? {};
    expect(ConfigurationSetName).toBe('reports');
    const at = '2026-11-23T01:00:00.000Z';
    const tags = Object.fromEntries(EmailTags.map(({ Name, Value }) => [Name, [Value]]));
    const event = { eventType: 'Delivery', mail: { messageId: 'm1', tags }, delivery: { timestamp: at } };
    const { district, visitId, version } = anOutgoingNotice();
    expect(deliveryReport.parse(event)).toMatchObject({ messageId: 'm1', of: { district, visitId, version } });
  });

  it('sends nothing to a business without an address', async () => {
    const { mock, sender } = aSender();
    expect(await sender.send(anOutgoingNotice(), { phone: '13800138000' })).toBeUndefined();
    expect(mock.calls()).toHaveLength(0);
  });

  it('answers what SES refuses, and throws what a retry may cure', async () => {
    const { mock, sender } = aSender();
    mock.on(SendEmailCommand).rejectsOnce(new MessageRejected(metadata));
    expect(await sender.send(anOutgoingNotice(), { email: 'a@b.c' })).toEqual({
      status: 'failed',
      error: 'MessageRejected: no',
    });
    const throttled = new TooManyRequestsException(metadata);
    mock.on(SendEmailCommand).rejects(throttled);
    await expect(sender.send(anOutgoingNotice(), { email: 'a@b.c' })).rejects.toBe(throttled);
  });
});

describe('text messages', () => {
  const aSender = () => {
    const client = new SNSClient({ region: 'local' });
    return { mock: mockClient(client), sender: snsSender(client) };
  };

  it('carry the short text with its link to a mobile', async () => {
    const { mock, sender } = aSender();
    mock.on(PublishCommand).resolves({});
    expect(await sender.send(anOutgoingNotice(), { phone: '138 0013-8000' })).toEqual({ status: 'sent' });
    expect(mock.commandCalls(PublishCommand)[0]?.args[0].input).toEqual({
      PhoneNumber: '+8613800138000',
      Message: '【上城区】2026-12-09 联合检查。详见 https://example.com/n/t',
      MessageAttributes: { 'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' } },
    });
  });

  it('go to no landline', async () => {
    const { mock, sender } = aSender();
    expect(await sender.send(anOutgoingNotice(), { phone: '0571-00001234' })).toBeUndefined();
    expect(await sender.send(anOutgoingNotice(), {})).toBeUndefined();
    expect(mock.calls()).toHaveLength(0);
  });

  it.each([
    ['13800138000', '+8613800138000'],
    ['86 13800138000', '+8613800138000'],
    ['0086 138-0013-8000', '+8613800138000'],
    ['+44 7700 900123', '+447700900123'],
    ['+86 571 8888 8888', undefined],
    ['12345', undefined],
    ['前台', undefined],
  ])('take %s for %s', (phone, mobile) => {
    expect(toMobile(phone)).toBe(mobile);
  });

  it('answer what SNS refuses, and throw what a retry may cure', async () => {
    const { mock, sender } = aSender();
    mock.on(PublishCommand).rejectsOnce(new InvalidParameterException(metadata));
    expect(await sender.send(anOutgoingNotice(), { phone: '13800138000' })).toMatchObject({ status: 'failed' });
    const broken = new InternalErrorException(metadata);
    mock.on(PublishCommand).rejects(broken);
    await expect(sender.send(anOutgoingNotice(), { phone: '13800138000' })).rejects.toBe(broken);
  });
});

describe('channels of a deployment', () => {
  afterEach(() => vi.unstubAllEnvs());
  const channels = () => sendersFromEnvironment().map(({ channel }) => channel);

  it('are the portal alone where nothing else is configured', () => {
    expect(channels()).toEqual(['portal']);
  });

  it('are those that the environment names', () => {
    vi.stubEnv('EMAIL_FROM', 'notices@example.com');
    vi.stubEnv('SMS_ENABLED', 'true');
    vi.stubEnv('WEBHOOK_KEY', 'k');
    expect(channels()).toEqual(['portal', 'email', 'sms', 'webhook']);
  });
});
