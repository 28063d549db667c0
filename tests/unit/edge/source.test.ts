import { describe, expect, test } from 'vitest';
import { siteKeyHeader } from '../../../lib/contract/site-key.ts';
import { sourceOf } from '../../../lib/edge/http.ts';
import { anHttpEvent } from '../../support/http-event.ts';

const from = (sourceIp: string) => {
  const event = anHttpEvent({});
  return sourceOf({
    ...event,
    requestContext: { ...event.requestContext, http: { ...event.requestContext.http, sourceIp } },
  });
};

describe('who asks', () => {
  test('is told apart by address, of IPv6 by the network that one household has', () => {
    expect(from('192.0.2.7')).toBe('192.0.2.7');
    expect(from('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
    expect(from('2001:0db8:0001:0002::9')).toBe('2001:db8:1:2');
    expect(from('2001:db8::1')).toBe('2001:db8:0:0');
    expect(from('::1')).toBe('0:0:0:0');
    expect(from('::ffff:192.0.2.7')).toBe('::ffff:192.0.2.7');
  });

  test('can’t be chosen by a header', () => {
    const headers = { 'x-forwarded-for': '203.0.113.9', 'cloudfront-viewer-address': '203.0.113.9:443' };
    expect(sourceOf(anHttpEvent({ headers }))).toBe('127.0.0.1');
    expect(sourceOf(anHttpEvent({ headers }), 'key')).toBe('127.0.0.1');
    expect(sourceOf(anHttpEvent({ headers: { ...headers, [siteKeyHeader]: 'guessed' } }), 'key')).toBe('127.0.0.1');
    expect(sourceOf(anHttpEvent({ headers: { ...headers, [siteKeyHeader]: '' } }), '')).toBe('127.0.0.1');
  });
});

describe('who asks through the site’s own CloudFront', () => {
  const through = (forwarded?: string) =>
    sourceOf(
      anHttpEvent({
        headers: { [siteKeyHeader]: 'key', ...(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }) },
      }),
      'key',
    );

  test('is whom CloudFront saw, the last of those forwarded, whatever the client put before', () => {
    expect(through('203.0.113.9')).toBe('203.0.113.9');
    expect(through('198.51.100.1, 203.0.113.9')).toBe('203.0.113.9');
    expect(through('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
  });

  test('is the same where the gateway put CloudFront’s own address behind it', () => {
    expect(through('198.51.100.1, 203.0.113.9, 127.0.0.1')).toBe('203.0.113.9');
  });

  test('is CloudFront where it forwarded nobody', () => {
    expect(through()).toBe('127.0.0.1');
    expect(through('127.0.0.1')).toBe('127.0.0.1');
    expect(through(' , ')).toBe('127.0.0.1');
  });
});
