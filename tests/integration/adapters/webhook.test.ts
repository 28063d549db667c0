import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../lib/adapters/webhook/public-addresses.ts';
import { webhookSender } from '../../../lib/adapters/webhook/webhook-sender.ts';
import { anOutgoingNotice } from '../../support/a-notice.ts';
import { fixedClock } from '../../support/fakes/time-ids-links.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A receiver that answers each of `statuses` in turn, the last one ever after; 0 hangs. */
const aReceiver = async (...statuses: readonly number[]) => {
  const received: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push({ headers: request.headers, body });
    const status = statuses[Math.min(received.length, statuses.length) - 1] ?? 200;
    if (status !== 0) response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end('x');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { received, webhook: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` };
};

const aSender = (allowPrivate = true) =>
  webhookSender({ key: 'shared', clock: fixedClock(), allowPrivate, timeoutMs: 300, pausesMs: [0, 0] });

describe('a webhook', () => {
  it('is signed over timestamp and body, and names notice and version', async () => {
    const { received, webhook } = await aReceiver(204);
    expect(await aSender().send(anOutgoingNotice(), { webhook })).toEqual({ status: 'delivered' });
    const [request] = received;
    const timestamp = String(Date.parse('2026-11-23T01:00:00.000Z') / 1000);
    const own = createHmac('sha256', 'shared').update(new URL(webhook).origin).digest('hex');
    const signature = createHmac('sha256', own).update(`${timestamp}.${request?.body}`).digest('hex');
    expect(request?.headers).toMatchObject({
      'x-inspect-once-key': anOutgoingNotice().key,
      'x-inspect-once-timestamp': timestamp,
      'x-inspect-once-signature': `v1=${signature}`,
    });
    const { key, visitId, version, facts, title, text, url } = anOutgoingNotice();
    expect(JSON.parse(request?.body ?? '')).toEqual({ key, visitId, version, ...facts, title, text, url });
  });

  it('is tried again where the receiver is in trouble, under the same key', async () => {
    const { received, webhook } = await aReceiver(503, 429, 200);
    expect(await aSender().send(anOutgoingNotice(), { webhook })).toEqual({ status: 'delivered' });
    expect(new Set(received.map(({ headers }) => headers['x-inspect-once-key'])).size).toBe(1);
    expect(received).toHaveLength(3);
  });

  it('has failed where the receiver refuses or redirects, and may be tried later where it stays in trouble or hangs', async () => {
    for (const [answered, status, attempts] of [
      [410, 'failed', 1],
      [302, 'failed', 1],
      [500, 'in-trouble', 3],
      [0, 'in-trouble', 3],
    ] as const) {
      const { received, webhook } = await aReceiver(answered);
      expect(await aSender().send(anOutgoingNotice(), { webhook })).toMatchObject({ status });
      expect(received).toHaveLength(attempts);
    }
  });

  it('is not sent where there is none', async () => {
    expect(await aSender().send(anOutgoingNotice(), {})).toBeUndefined();
    expect(await aSender().send(anOutgoingNotice(), { webhook: 'not an address' })).toBeUndefined();
  });

  it('never reaches inside: by address, by name or without TLS', async () => {
    const { received, webhook } = await aReceiver(200);
    const port = new URL(webhook).port;
    const inside = ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1'];
    for (const host of inside) {
      const sending = await aSender(false).send(anOutgoingNotice(), { webhook: `https://${host}:${port}/` });
      expect(sending).toMatchObject({ status: 'failed', error: expect.stringMatching(/public/) });
    }
    expect(await aSender(false).send(anOutgoingNotice(), { webhook })).toMatchObject({
      error: expect.stringMatching(/https/),
    });
    expect(received).toHaveLength(0);
  });
});

describe('public addresses', () => {
  it.each(['8.8.8.8', '223.5.5.5', '2400:3200::1', '2606:4700::1111'])('include %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.8.8.8',
    '169.254.169.254',
    '172.31.255.255',
    '192.168.1.1',
    '198.19.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    'fd00:ec2::254',
    'fe80::1',
    'ff02::1',
    '64:ff9b::a00:1',
    'localhost',
    '',
  ])('do not include %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
