import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { webhookSender } from '../../../lib/adapters/webhook/webhook-sender.ts';
import { anOutgoingNotice } from '../../support/a-notice.ts';
import { fixedClock } from '../../support/fakes/time-ids-links.ts';

// The verifier of docs/webhook.md, run as it stands there, behind a real HTTP server.

type Verify = (key: string, headers: IncomingHttpHeaders, body: string, nowSeconds?: number) => unknown;

/** A receiver's key as the page has an admin derive it. */
const keyFor = (deploymentKey: string, origin: string): string =>
  createHmac('sha256', deploymentKey).update(origin).digest('hex');

const received: { headers: IncomingHttpHeaders; body: string }[] = [];
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  received.push({ headers: request.headers, body });
  response.writeHead(204).end();
});
const sentAt = '2026-11-23T01:00:00.000Z';
const seconds = Date.parse(sentAt) / 1000;
let verified: Verify;
let own: string;

beforeAll(async () => {
  const page = await readFile(join(import.meta.dirname, '../../../docs/webhook.md'), 'utf8');
  const [, source = ''] = /```js\n(.*?)```/s.exec(page) ?? [];
  const module: unknown = await import(`data:text/javascript,${encodeURIComponent(source)}`);
  verified = (module as { verifiedNotice: Verify }).verifiedNotice;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
beforeEach(async () => {
  received.splice(0);
  const webhook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  const sender = webhookSender({ key: 'deployment', clock: fixedClock(sentAt), allowPrivate: true });
  own = keyFor('deployment', new URL(webhook).origin);
  expect(await sender.send(anOutgoingNotice(), { webhook })).toEqual({ status: 'delivered' });
});
afterAll(() => server.close());

const arrived = () => {
  const [request] = received;
  if (!request) throw new Error('nothing arrived');
  return request;
};

test('the documented verifier takes what the sender signs, for five minutes', () => {
  const { headers, body } = arrived();
  const { key, visitId, version, facts, title, text, url } = anOutgoingNotice();
  for (const away of [0, 300, -300]) {
    expect(verified(own, headers, body, seconds + away)).toEqual({
      ...{ key, visitId, version, title, text, url },
      ...facts,
    });
  }
  for (const away of [301, -301]) expect(verified(own, headers, body, seconds + away)).toBeUndefined();
});

test('it takes nothing else: another key, body, time, name or no signature at all', () => {
  const { headers, body } = arrived();
  const forged: readonly [string, IncomingHttpHeaders, string][] = [
    ['other', headers, body],
    ['deployment', headers, body],
    [keyFor('deployment', 'https://another.example'), headers, body],
    [own, headers, body.replace('09:00', '10:30')],
    [own, { ...headers, 'x-inspect-once-timestamp': String(seconds + 1) }, body],
    [own, { ...headers, 'x-inspect-once-timestamp': '1e9' }, body],
    [own, { ...headers, 'x-inspect-once-key': 'another:1' }, body],
    [own, { ...headers, 'x-inspect-once-signature': 'v1=' }, body],
    [own, {}, body],
  ];
  for (const [key, given, sent] of forged) expect(verified(key, given, sent, seconds)).toBeUndefined();
});
