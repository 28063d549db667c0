import { CompactSign } from 'jose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { log } from '../../../lib/edge/log.ts';
import { withoutSecrets } from '../../../lib/edge/without-secrets.ts';

const token = await new CompactSign(Buffer.from(JSON.stringify({ d: 'shangcheng', v: 'B-01', n: 1, exp: 1 })))
  .setProtectedHeader({ alg: 'HS256', typ: 'notice', kid: '1' })
  .sign(Buffer.alloc(32, 1));

const level = log.getLevelName();
afterEach(() => {
  log.setLogLevel(level);
  vi.restoreAllMocks();
});

describe('what a log or a dead letter says', () => {
  it.each([
    [`no notice behind ${token}`, 'no notice behind …'],
    [`GET /n/${token}/findings/f1 failed`, 'GET /n/…/findings/f1 failed'],
    [`cut off: ${token.slice(0, 60)}`, 'cut off: …'],
    [
      'GET https://b.s3/x?X-Amz-Signature=0a1b2c&X-Amz-Expires=60',
      'GET https://b.s3/x?X-Amz-Signature=…&X-Amz-Expires=60',
    ],
    ['Email address is not verified: li.si+x@shop.example.cn, region', 'Email address is not verified: …, region'],
    ['PhoneNumber Reason: +8613800000001 is not valid', 'PhoneNumber Reason: … is not valid'],
    ['13800000001、138-0000-0001、138 0000 0001', '…、…、…'],
    ['0571-87654321 或 057187654321 或 87654321', '… 或 … 或 …'],
    ['+44 20 7946 0018', '…'],
  ])('hides what opens a notice or reaches a person: %#', (words, kept) => {
    expect(withoutSecrets(words)).toBe(kept);
  });

  it.each([
    '2026-11-23T06:48:56.123Z',
    '20261123',
    '91330102MA2AAAAA0A-01.c7-261209',
    '0192e5a0-7c1f-7b60-9d3e-13800000001f',
    '1-57591988-bd862e3fe1be46a994272793',
    'at file:///var/task/node_modules/@aws-sdk/client-sesv2/index.mjs:8:123',
  ])('leaves what is none: %s', (words) => {
    expect(withoutSecrets(words)).toBe(words);
  });
});

it('a log line repeats nothing secret of an error, its cause or its stack', () => {
  const written: string[] = [];
  log.setLogLevel('ERROR');
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => written.push(String(chunk)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => written.push(String(chunk)) > 0);
  const cause = new Error('Email address is not verified: li.si@shop.example');
  log.error('fault', { fault: new Error(`/n/${token} to 13800000001`, { cause }), visitId: '91330102MA2AAAAA0A-01' });
  const line = written.join('');
  expect(line).toContain('91330102MA2AAAAA0A-01');
  for (const secret of [token, '13800000001', 'li.si@shop.example']) expect(line).not.toContain(secret);
});
