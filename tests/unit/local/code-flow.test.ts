import { hash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { codeFlow } from '../../../infra/local/code-flow.ts';
import { type Issuer, localIssuer } from '../../../infra/local/issuer.ts';

const verifier = 'v'.repeat(43);
const redirect = 'http://localhost:3000/';
const asked = (overrides: Record<string, string> = {}) =>
  new URLSearchParams({
    response_type: 'code',
    client_id: 'console',
    redirect_uri: redirect,
    state: 's',
    code_challenge: hash('sha256', verifier, 'base64url'),
    code_challenge_method: 'S256',
    ...overrides,
  });
const claims = JSON.stringify({ role: 'planner', district: 'd', department: 'fire' });
const exchange = (code: string, overrides: Record<string, string> = {}) =>
  new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: 'console',
    redirect_uri: redirect,
    code,
    code_verifier: verifier,
    ...overrides,
  });

let issuer: Issuer;
beforeAll(async () => {
  issuer = await localIssuer('http://localhost:3000', undefined);
});

describe('the local sign-in', () => {
  const codeOf = (flow: ReturnType<typeof codeFlow>, now?: number): string =>
    new URL(flow.choose(asked({ claims }), now) ?? '').searchParams.get('code') ?? '';

  test('gives the token of whom was chosen for a code and its verifier, with the state brought back', async () => {
    const flow = codeFlow(issuer);
    const location = new URL(flow.choose(asked({ claims })) ?? '');
    expect(location.searchParams.get('state')).toBe('s');
    const answer = await flow.exchange(exchange(location.searchParams.get('code') ?? ''));
    const token = 'access_token' in answer ? answer.access_token : '';
    expect(await issuer.verify(token)).toMatchObject({ role: 'planner', department: 'fire', aud: 'inspect-once' });
  });

  test('takes a code once', async () => {
    const flow = codeFlow(issuer);
    const code = codeOf(flow);
    await flow.exchange(exchange(code));
    expect(await flow.exchange(exchange(code))).toEqual({ error: 'invalid_grant' });
  });

  test('takes a code for a minute', async () => {
    const flow = codeFlow(issuer);
    expect(await flow.exchange(exchange(codeOf(flow, 0)), 60_001)).toEqual({ error: 'invalid_grant' });
  });

  test.each([
    ['another verifier', { code_verifier: 'w'.repeat(43) }],
    ['another client', { client_id: 'other' }],
    ['another address', { redirect_uri: 'http://localhost:4000/' }],
  ])('refuses a code with %s, and spends it', async (_, overrides) => {
    const flow = codeFlow(issuer);
    const code = codeOf(flow);
    expect(await flow.exchange(exchange(code, overrides))).toEqual({ error: 'invalid_grant' });
    expect(await flow.exchange(exchange(code))).toEqual({ error: 'invalid_grant' });
  });

  test.each([
    ['an address elsewhere', { redirect_uri: 'https://elsewhere.example/' }],
    ['no proof key', { code_challenge: '' }],
    ['a plain challenge', { code_challenge_method: 'plain' }],
  ])('shows no page and goes nowhere for a request with %s', (_, overrides) => {
    const flow = codeFlow(issuer);
    expect(flow.page(asked(overrides))).toBeUndefined();
    expect(flow.choose(asked({ ...overrides, claims }))).toBeUndefined();
  });

  test('shows what it was asked without letting it become markup', () => {
    expect(codeFlow(issuer).page(asked({ state: '"><script>' }))).not.toContain('"><script>');
  });
});
