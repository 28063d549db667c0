import { describe, expect, it } from 'vitest';
import { securityHeaders } from '../../../lib/edge/security-headers.ts';

type Hooks = ReturnType<typeof securityHeaders>;
const headed = async (response: object | undefined, hook: keyof Hooks = 'after') => {
  const request = { response } as Parameters<Hooks['after']>[0];
  await securityHeaders()[hook](request);
  return request.response;
};

describe('every answer', () => {
  it('keeps browsers from framing it, guessing its type, telling on it and going back to plain HTTP', async () => {
    const answer = await headed({ statusCode: 200, headers: { 'content-type': 'text/html' } });
    expect(answer).toMatchObject({
      statusCode: 200,
      headers: {
        'content-type': 'text/html',
        'X-Frame-Options': 'DENY',
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Strict-Transport-Security': expect.stringContaining('max-age='),
      },
    });
  });

  it('may say otherwise itself, also where it tells of a fault', async () => {
    const own = { 'Referrer-Policy': 'same-origin' };
    expect(await headed({ statusCode: 500, headers: own }, 'onError')).toMatchObject({ headers: own });
    expect(await headed(undefined, 'onError')).toBeUndefined();
  });
});
