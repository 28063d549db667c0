import { describe, expect, it } from 'vitest';
import { isAutomatic } from '../../../lib/edge/is-automatic.ts';

const phone =
  'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36';

describe('whoever opens a notice', () => {
  it.each([
    phone,
    `${phone} MicroMessenger/8.0.49 WeChat/arm64 NetType/4G Language/zh_CN`,
    `${phone} DingTalk/7.6.0`,
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
  ])('is a reader: %s', (agent) => {
    expect(isAutomatic({ 'user-agent': agent })).toBe(false);
  });

  it.each([
    'facebookexternalhit/1.1',
    'WhatsApp/2.24.1',
    'Slackbot-LinkExpanding 1.0',
    'python-requests/2.32',
    'curl/8.10.1',
  ])('is a program: %s', (agent) => {
    expect(isAutomatic({ 'user-agent': agent })).toBe(true);
  });

  it.each([
    { 'sec-purpose': 'prefetch;prerender' },
    { purpose: 'prefetch' },
    { 'x-purpose': 'preview' },
    { 'x-moz': 'prefetch' },
  ])('is a browser ahead of its reader: %o', (header) => {
    expect(isAutomatic({ 'user-agent': phone, ...header })).toBe(true);
  });
});
