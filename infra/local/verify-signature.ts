import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { localCredentials } from './clients.ts';
import { localRegion } from './template/read-stack.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

/** AWS Signature Version 4 over `text`, for a credential of the day `date` (`YYYYMMDD`). */
const signature = (text: string, date: string): Buffer => {
  const parts = [date, localRegion, 's3', 'aws4_request'];
  const key = parts.reduce<string | Buffer>(hmac, `AWS4${localCredentials.secretAccessKey}`);
  return hmac(key, text);
};

const same = (given: string, expected: Buffer): boolean => {
  const one = Buffer.from(given, 'hex');
  return one.length === expected.length && timingSafeEqual(one, expected);
};

/** `20261201T013000Z` as an instant. */
const instantOf = (stamp: string): number =>
  Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

export type SignedRequest = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
};

/**
 * Who signed the address of a request: the access key, or why S3 would refuse it. Written from AWS's description of
 * the signature, apart from the library that signs, so that one checks the other.
 */
export const verifyAddress = (
  { method, url, headers }: SignedRequest,
  now: Date,
): { key: string } | { error: string } => {
  const query = url.searchParams;
  const [key = '', date = '', ...scope] = (query.get('X-Amz-Credential') ?? '').split('/');
  if (scope.join('/') !== `${localRegion}/s3/aws4_request`) return { error: 'AccessDenied' };
  const stamp = query.get('X-Amz-Date') ?? '';
  const expires = instantOf(stamp) + Number(query.get('X-Amz-Expires')) * 1000;
  if (!(now.getTime() <= expires)) return { error: 'Request has expired' };
  const names = (query.get('X-Amz-SignedHeaders') ?? '').split(';');
  const canonicalQuery = [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .sort()
    .join('&');
  const canonical = [
    method,
    url.pathname,
    canonicalQuery,
    ...names.map((name) => `${name}:${String(headers[name] ?? '').trim()}`),
    '',
    names.join(';'),
    'UNSIGNED-PAYLOAD',
  ].join('\n');
  const text = ['AWS4-HMAC-SHA256', stamp, [date, ...scope].join('/'), hash(canonical)].join('\n');
  return same(query.get('X-Amz-Signature') ?? '', signature(text, date)) ? { key } : { error: 'SignatureDoesNotMatch' };
};

/** Who signed the policy of a posted form: the access key, or why S3 would refuse it. */
export const verifyPolicy = (fields: Readonly<Record<string, string>>): { key: string } | { error: string } => {
  const [key = '', date = ''] = (fields['x-amz-credential'] ?? '').split('/');
  const expected = signature(fields.policy ?? '', date);
  return same(fields['x-amz-signature'] ?? '', expected) ? { key } : { error: 'SignatureDoesNotMatch' };
};
