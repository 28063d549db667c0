import { describe, expect, test } from 'vitest';
import { personOf } from '../../../web/console/session/person.ts';
import { challengeOf, randomText } from '../../../web/console/session/pkce.ts';

const tokenOf = (claims: object): string => `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;

describe('who a token is for', () => {
  test('is read from its claims, with the prefix that some issuers put before ours', () => {
    const token = tokenOf({
      sub: '王',
      'custom:role': 'reviewer',
      'custom:district': 'd',
      'custom:level': 2,
      'custom:street': 'S01',
    });
    expect(personOf(token, 'custom:')).toMatchObject({
      subject: '王',
      role: 'reviewer',
      district: 'd',
      level: 2,
      street: 'S01',
    });
  });

  test.each(['', 'x', 'a.b.c', tokenOf({ sub: 'x', role: 'emperor' })])('%j is nobody', (token) => {
    expect(personOf(token)).toBeUndefined();
  });
});

describe('the proof of a sign-in', () => {
  test('is the challenge of RFC 7636, appendix B', async () => {
    expect(await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    );
  });

  test('is never the same twice, and may stand in an address', () => {
    const texts = Array.from({ length: 50 }, randomText);
    expect(new Set(texts).size).toBe(50);
    for (const text of texts) expect(text).toMatch(/^[\w-]{43}$/);
  });
});
