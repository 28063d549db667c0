import { createHmac } from 'node:crypto';

/**
 * The headers that prove where a webhook's body comes from. The signature is `v1=` and the hexadecimal HMAC-SHA-256,
 * under the shared key, of timestamp, a dot and the body; the timestamp is in seconds since 1970, so that a receiver
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
