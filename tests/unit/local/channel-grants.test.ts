import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { callerHeader } from '../../../infra/local/engine-calls.ts';
import { type Disturbance, grantsGate } from '../../../infra/local/grants-gate.ts';
import { close, listen } from '../../../infra/local/listen.ts';
import { type Mailbox, startMailbox } from '../../../infra/local/mailbox/start-mailbox.ts';
import { type Grant, sesArn } from '../../../infra/local/template/read-stack.ts';

// The SDK's own clients against the gate, with the mailbox behind it.

const from = 'notices@example.com';
const emailGrant: Grant = {
  actions: ['ses:SendEmail', 'ses:SendRawEmail'],
  resources: [sesArn(`identity/${from}`), sesArn('configuration-set/reports')],
};
const textGrant: Grant = {
  actions: ['sns:Publish'],
  resources: [],
  notResources: ['arn:aws:sns:us-east-1:000000000000:*'],
};
const aFunction = (name: string, grants: readonly Grant[]) => ({
  ...{ name, grants, timeoutSeconds: 10, memoryMegabytes: 128, environment: {} },
});
const functions = [
  aFunction('send-notice', [emailGrant, textGrant]),
  aFunction('test-notice-template', [{ ...emailGrant, actions: ['ses:SendEmail'] }]),
];

let mailbox: Mailbox;
let disturbance: Disturbance;
let gate: ReturnType<typeof grantsGate>;
let endpoint: string;
beforeAll(async () => {
  mailbox = await startMailbox({
    baseUrl: 'http://localhost',
    stack: { emailReports: [], logSubscriptions: [] },
    toQueue: async () => {},
    invoke: async () => {},
    now: () => new Date('2026-11-23T01:00:00.000Z'),
  });
  const engines = { dynamoDb: '', sqs: '' };
  gate = grantsGate({ engines, mailbox: mailbox.url, functions, disturb: () => disturbance });
  endpoint = `http://127.0.0.1:${await listen(gate)}`;
});
beforeEach(() => {
  disturbance = undefined;
});
afterAll(async () => {
  await close(gate);
  await mailbox.stop();
});

const settings = () => ({
  ...{ endpoint, region: 'us-east-1', maxAttempts: 1 },
  credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
});
/** Names the caller, as the thread of a function does. */
const named = <Client extends SESv2Client | SNSClient>(client: Client, name: string): Client => {
  client.middlewareStack.add(
    (next) => (args) => {
      const { request } = args as { request: { headers: Record<string, string> } };
      request.headers[callerHeader] = name;
      return next(args);
    },
    { step: 'build' },
  );
  return client;
};
const mail = (sender = from, ConfigurationSetName = 'reports', to = 'desk@example.com') =>
  new SendEmailCommand({
    FromEmailAddress: sender,
    ConfigurationSetName,
    Destination: { ToAddresses: [to] },
    Content: { Raw: { Data: Buffer.from('Subject: =?UTF-8?B?5qOA5p+l?=\r\n\r\ntext') } },
  });
const sendAs = (name: string, command: SendEmailCommand) => named(new SESv2Client(settings()), name).send(command);
const publishAs = (name: string, where: { PhoneNumber: string } | { TopicArn: string }) =>
  named(new SNSClient(settings()), name).send(new PublishCommand({ ...where, Message: '检查 & <b>' }));

describe('what is granted', () => {
  test('an e-mail is kept under the id that is answered', async () => {
    const { MessageId = '' } = await sendAs('send-notice', mail());
    expect(mailbox.messages.find(MessageId)).toMatchObject({ channel: 'email', to: 'desk@example.com', title: '检查' });
  });

  test('a text message is kept likewise, word for word', async () => {
    const { MessageId = '' } = await publishAs('send-notice', { PhoneNumber: '+8613800138001' });
    expect(mailbox.messages.find(MessageId)).toMatchObject({
      channel: 'sms',
      to: '+8613800138001',
      title: '检查 & <b>',
    });
  });

  test('an address or number that none is, is refused by the channel', async () => {
    await expect(sendAs('send-notice', mail(from, 'reports', 'nobody'))).rejects.toMatchObject({ $fault: 'client' });
    await expect(publishAs('send-notice', { PhoneNumber: '12345' })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });

  test('a throttled call fails by the name that its client tries again', async () => {
    disturbance = 'throttle';
    await expect(sendAs('send-notice', mail())).rejects.toMatchObject({ name: 'ThrottlingException' });
    await expect(publishAs('send-notice', { PhoneNumber: '+8613800138001' })).rejects.toThrow('Rate exceeded');
  });
});

describe('what is not granted is denied', () => {
  const denied = { name: 'AccessDeniedException' };
  test('to who has no grant, for another sender, and for another configuration set', async () => {
    await expect(sendAs('get-visit', mail())).rejects.toMatchObject(denied);
    await expect(sendAs('send-notice', mail('other@example.com'))).rejects.toMatchObject(denied);
    await expect(sendAs('send-notice', mail(from, 'others'))).rejects.toMatchObject(denied);
  });

  test('an e-mail that brings its own parts wants a second permission', async () => {
    await expect(sendAs('test-notice-template', mail())).rejects.toMatchObject(denied);
  });

  test('whoever may write to phones may not write to topics', async () => {
    await expect(publishAs('send-notice', { TopicArn: 'arn:aws:sns:us-east-1:000000000000:a' })).rejects.toMatchObject(
      denied,
    );
    await expect(publishAs('test-notice-template', { PhoneNumber: '+8613800138001' })).rejects.toMatchObject(denied);
  });
});
