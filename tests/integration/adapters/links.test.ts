import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { dynamoLinkKeys } from '../../../lib/adapters/dynamo/link-keys.ts';
import { signedLinks } from '../../../lib/adapters/signed-links.ts';
import { embeddedTable, freshScope } from '../../support/adapters/embedded-table.ts';
import { fakeLinks } from '../../support/fakes/time-ids-links.ts';

const engine = embeddedTable();
const now = new Date('2026-11-23T01:00:00.000Z');
const later = new Date('2027-01-01T00:00:00.000Z');
const claimsOf = (district: string) => ({ district, visitId: '91330102MA2AAAAA0A-01.v1', noticeVersion: 2 });

describe.each([
  ['in memory', fakeLinks],
  ['with keys in DynamoDB', () => signedLinks(dynamoLinkKeys(engine.table))],
])('links %s', (_, make) => {
  it('open what they were signed for, until they expire', async () => {
    const links = make();
    const claims = claimsOf(freshScope().district);
    const token = await links.sign(claims, later);
    expect(await links.verify(token, now)).toEqual(claims);
    expect(await links.verify(token, later)).toBeUndefined();
  });

  it('are nothing where they are garbage', async () => {
    const links = make();
    for (const token of ['', 'abc', 'a.b.c', '..', '工.商.户', 'x'.repeat(5_000)]) {
      expect(await links.verify(token, now)).toBeUndefined();
    }
  });
});

describe('signed links', () => {
  const keys = () => dynamoLinkKeys(engine.table);
  const replacePayload = (token: string, change: object): string => {
    const [head = '', payload = '', signature = ''] = token.split('.');
    const claims = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), ...change };
    return [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
  };

  it('verify in another process by the same key, which whoever races for it first makes once', async () => {
    const { district } = freshScope();
    const tokens = await Promise.all(
      Array.from({ length: 10 }, () => signedLinks(keys()).sign(claimsOf(district), later)),
    );
    expect(new Set(tokens).size).toBe(1);
    expect(await signedLinks(keys()).verify(tokens[0] ?? '', now)).toEqual(claimsOf(district));
  });

  it('do not open another visit, version or district than they name', async () => {
    const links = signedLinks(keys());
    const [{ district }, other] = [freshScope(), freshScope()];
    const token = await links.sign(claimsOf(district), later);
    await links.sign(claimsOf(other.district), later);
    for (const change of [{ v: 'B-02.v' }, { n: 3 }, { d: other.district }, { exp: 4e9 }]) {
      expect(await links.verify(replacePayload(token, change), now)).toBeUndefined();
    }
  });

  it('do not take a token of another kind, another algorithm or none, or without an end', async () => {
    const { district } = freshScope();
    const links = signedLinks(keys());
    await links.sign(claimsOf(district), later);
    const ring = await keys().get(district);
    const key = Buffer.from(ring.keys[ring.current] ?? '', 'base64url');
    const sign = (header: { alg: string; typ: string }, end?: Date) => {
      const token = new SignJWT({ d: district, v: 'B-01.v', n: 1 }).setProtectedHeader({
        ...header,
        kid: ring.current,
      });
      return (end ? token.setExpirationTime(end) : token).sign(key);
    };
    const good = { alg: 'HS256', typ: 'notice' };
    expect(await links.verify(await sign(good, later), now)).toBeDefined();
    expect(await links.verify(await sign({ ...good, typ: 'JWT' }, later), now)).toBeUndefined();
    expect(await links.verify(await sign({ ...good, alg: 'HS512' }, later), now)).toBeUndefined();
    expect(await links.verify(await sign(good), now)).toBeUndefined();
    const none = Buffer.from(JSON.stringify({ ...good, alg: 'none', kid: '1' })).toString('base64url');
    const [, payload] = (await sign(good, later)).split('.');
    expect(await links.verify(`${none}.${payload}.`, now)).toBeUndefined();
  });

  it('are nothing where their key id or district is no name of either', async () => {
    const { district } = freshScope();
    const links = signedLinks(keys());
    await links.sign(claimsOf(district), later);
    const forge = (kid: string, d: unknown) =>
      new SignJWT({ d, v: 'B-01.v', n: 1 })
        .setProtectedHeader({ alg: 'HS256', typ: 'notice', kid })
        .setExpirationTime(later)
        .sign(Buffer.alloc(32));
    for (const kid of ['__proto__', 'constructor', '2', '']) {
      expect(await links.verify(await forge(kid, district), now)).toBeUndefined();
    }
    for (const d of ['', '#', '\ud800', 7, null, ['a'], 'x'.repeat(65)]) {
      expect(await links.verify(await forge('1', d), now)).toBeUndefined();
    }
  });

  it('make no key for a district that a stranger names', async () => {
    const { district } = freshScope();
    const stranger = await new SignJWT({ d: district, v: 'B-01.v', n: 1 })
      .setProtectedHeader({ alg: 'HS256', typ: 'notice', kid: '1' })
      .setExpirationTime(later)
      .sign(Buffer.alloc(32));
    expect(await signedLinks(keys()).verify(stranger, now)).toBeUndefined();
    expect(await keys().find(district)).toBeUndefined();
  });

  it('stay short enough for a text message', async () => {
    const token = await signedLinks(keys()).sign(claimsOf('shangcheng'), later);
    expect(token.length).toBeLessThan(240);
  });
});
