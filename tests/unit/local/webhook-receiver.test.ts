import { beforeEach, describe, expect, test } from 'vitest';
import { type KeptMessages, keptMessages } from '../../../infra/local/mailbox/kept-messages.ts';
import { webhookReceiver } from '../../../infra/local/mailbox/webhook-receiver.ts';
import { receiverKey, signedHeaders } from '../../../lib/adapters/webhook/sign-body.ts';
import { aKeptText } from '../../support/a-kept-message.ts';

const now = new Date('2026-11-23T01:00:00.000Z');
const address = 'http://localhost:3000/local/webhook';
let messages: KeptMessages;
let receive: ReturnType<typeof webhookReceiver>;
beforeEach(() => {
  messages = keptMessages();
  receive = webhookReceiver({ key: 'shared', messages, now: () => now });
});

const aNotice = (overrides: object = {}) => ({
  ...{ key: 'v:2', visitId: 'v', version: 2, title: '检查通知书', text: '将于 2026-12-09 检查', url: 'http://l/n/t' },
  ...overrides,
});
const posted = (notice: object, { key = 'shared', at = now, named = 'v:2', url = address } = {}) => {
  const body = JSON.stringify(notice);
  const own = receiverKey(key, new URL(url));
  return receive({ headers: signedHeaders(own, named, body, at), body, url: new URL(url) });
};
const outcomes = () => messages.newestFirst().map(({ became }) => became.map(({ outcome }) => outcome).join(' '));

describe('the receiver of webhooks on one machine', () => {
  test('takes what is signed and fresh, and a repeat of it without acting again', () => {
    expect([posted(aNotice()), posted(aNotice())]).toEqual([204, 204]);
    expect(outcomes()).toEqual(['acted-on repeated']);
    const [kept] = messages.newestFirst();
    expect(kept).toMatchObject({ channel: 'webhook', to: address, title: '检查通知书' });
    expect(kept?.content).toMatchObject({ text: '将于 2026-12-09 检查\nhttp://l/n/t' });
  });

  test('refuses another key, another name, and what is more than five minutes away', () => {
    const away = (seconds: number) => ({ at: new Date(now.getTime() + seconds * 1000) });
    const refused = [{ key: 'other' }, { named: 'v:3' }, away(-301), away(301)].map((how) => posted(aNotice(), how));
    expect(refused).toEqual([401, 401, 401, 401]);
    expect(receive({ headers: {}, body: '{}', url: new URL(address) })).toBe(401);
    const nonsense = {
      headers: signedHeaders(receiverKey('shared', new URL(address)), 'v:2', 'no notice', now),
      body: 'no notice',
    };
    expect(receive({ ...nonsense, url: new URL(address) })).toBe(401);
    expect(outcomes()).toEqual(Array(6).fill('refused'));
    expect([posted(aNotice(), away(-300))]).toEqual([204]);
  });

  test('refuses what another receiver could sign, or the key of the deployment itself', () => {
    const body = JSON.stringify(aNotice());
    const keys = [receiverKey('shared', new URL('http://localhost:3001/local/webhook')), 'shared'];
    for (const key of keys) {
      expect(receive({ headers: signedHeaders(key, 'v:2', body, now), body, url: new URL(address) })).toBe(401);
    }
  });

  test('acts on no version lower than one it has acted on', () => {
    posted(aNotice());
    expect(posted(aNotice({ key: 'v:1', version: 1 }), { named: 'v:1' })).toBe(204);
    posted(aNotice({ key: 'w:1', visitId: 'w', version: 1 }), { named: 'w:1' });
    expect(outcomes()).toEqual(['acted-on', 'overtaken', 'acted-on']);
  });

  test('is in trouble where its address says so, and takes the notice once it is not', () => {
    expect(posted(aNotice(), { url: `${address}?answer=503` })).toBe(503);
    expect(posted(aNotice(), { url: `${address}?answer=204` })).toBe(204);
    expect(outcomes()).toEqual(['acted-on', 'turned-away']);
  });
});

test('the mailbox keeps the newest five hundred', () => {
  for (let n = 0; n <= 500; n += 1) messages.add(aKeptText(n));
  expect(messages.newestFirst()).toHaveLength(500);
  expect(messages.find('s0')).toBeUndefined();
  expect(messages.newestFirst()[0]?.id).toBe('s500');
});
