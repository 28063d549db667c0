import { createHmac } from 'node:crypto';

/**
 * The key of one receiver, hexadecimal: an HMAC-SHA-256 of its address's origin under the deployment's key. Who has it can
 * check what it was sent, and sign nothing that another receiver takes.
 */
export const receiverKey = (deploymentKey: string, webhook: URL): string =>
  createHmac('sha256', deploymentKey).update(webhook.origin).digest('hex');

/**
 * The headers that prove where a webhook's body comes from. The signature is `v1=` and the hexadecimal HMAC-SHA-256,
 * under the receiver's key, of timestamp, a dot and the body; the timestamp is in seconds since 1970, so that a receiver
 * can refuse what is old. The key names notice and version: a repeat has the same.
 */
export const signedHeaders = (key: string, noticeKey: string, body: string, now: Date): Record<string, string> => {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signature = createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex');
  return {
    'content-type': 'application/json; charset=utf-8',
    'x-inspect-once-key': noticeKey,
    'x-inspect-once-timestamp': timestamp,
    'x-inspect-once-signature': `v1=${signature}`,
  };
};
