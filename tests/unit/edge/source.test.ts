import { describe, expect, test } from 'vitest';
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
    const event = anHttpEvent({ headers: { 'x-forwarded-for': '203.0.113.9' } });
    expect(sourceOf(event)).toBe('127.0.0.1');
  });
});
