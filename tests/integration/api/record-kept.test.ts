import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Local, startLocal } from '../../../infra/local/start-local.ts';
import { sha256 } from '../../../lib/app/sha256.ts';
import { bodyExamples } from '../../../lib/contract/examples/body-examples.ts';
import type { Operation } from '../../../lib/contract/operation.ts';
import { operations } from '../../../lib/contract/operations.ts';
import type { RecordChain } from '../../../lib/domain/record/record.ts';
import { chainFaults, firstLost } from '../../../lib/domain/record/verify-record.ts';
import { type HttpAnswer, type HttpClient, httpClient, signedIn } from '../../support/district/http-client.ts';
import { place, planBody, smallDistrict } from '../../support/district/small-district.ts';

// Rule 14: nothing in a record is changed or removed through any operation. Records of every kind are exported, every operation of
// the table that changes anything is called upon them, and each chain afterwards begins with what was exported.

const claimsOf = {
  sentinel: { street: 'S01' },
  planner: { department: 'fire' },
  coordinator: {},
  reviewer: { level: 1, department: 'fire' },
  inspector: { unit: 'fire' },
  admin: {},
} as const;
type Role = keyof typeof claimsOf;

const rows: readonly Operation[] = Object.values(operations);
const bodies: Readonly<Record<string, unknown>> = bodyExamples;
const refs: { kind: string; id: string }[] = [];
const ids: Record<string, string> = { street: 'S01', year: '2026', businessId: place(1) };
const clients = new Map<string, HttpClient>();
let local: Local;

const as = (role: Role): HttpClient => clients.get(role) ?? httpClient(local.baseUrl);
const must = async (answer: Promise<HttpAnswer>): Promise<HttpAnswer['json']> => {
  const { status, json, text } = await answer;
  expect(status, text).toBeLessThan(300);
  return json;
};
const stands = (kind: string, param: string, id: string): void => {
  refs.push({ kind, id });
  ids[param] = id;
};

/** A plan, its consolidation, a visit that was done, what it found, where that was referred, and an incident. */
const happen = async (): Promise<void> => {
  for (const year of ['2026', '2027'])
    await must(as('admin')('PUT', `/v1/calendar/${year}`, { body: smallDistrict.calendar }));
  for (const kind of ['items', 'businesses', 'units'] as const) {
    await must(as('admin')('POST', `/v1/${kind}/import`, { body: { [kind]: smallDistrict[kind] } }));
  }
  const window = { notBefore: '2026-12-01', due: '2026-12-01' };
  const plan = planBody({ window, businesses: [{ businessId: place(1) }] });
  stands('plan', 'planId', (await must(as('planner')('POST', '/v1/plans', { body: plan }))).planId);
  const span = { from: '2026-12-01', to: '2026-12-31' };
  const { consolidationId } = await must(as('coordinator')('POST', '/v1/consolidations', { body: span }));
  stands('consolidation', 'consolidationId', consolidationId);
  await local.drain();
  const run = `/v1/consolidations/${consolidationId}`;
  await must(as('reviewer')('POST', `${run}/reviews`, { body: { decision: 'approved' } }));
  await must(as('coordinator')('POST', `${run}/publish`));
  await local.drain();
  const { items } = await must(as('coordinator')('GET', '/v1/visits?from=2026-12-01&to=2026-12-31'));
  const [{ visitId, code }] = items;
  stands('visit', 'visitId', visitId);
  await local.moveClock(new Date('2026-12-01T02:00:00.000Z'));
  await must(as('inspector')('POST', `/v1/visits/${visitId}/check-in`, { body: { code } }));
  const findings = ['疏散通道堆放杂物', '私存易燃物品'].map((description) => ({ description, severity: 'major' }));
  const checks = [{ itemId: 'F1', outcome: 'finding', findings }];
  await must(as('inspector')('POST', `/v1/visits/${visitId}/results`, { body: { checks } }));
  await local.drain();
  const found = await must(as('inspector')('GET', '/v1/findings'));
  const [first, second] = found.items;
  stands('finding', 'findingId', first.findingId);
  const referral = { to: 'market', reason: '属市场监管职责', evidence: [{ name: '现场照片', count: 1 }] };
  const referred = await must(as('inspector')('POST', `/v1/findings/${second.findingId}/referral`, { body: referral }));
  stands('referral', 'referralId', referred.referralId);
  const report = { type: 'waste', place: '路口' };
  stands('incident', 'incidentId', (await must(as('sentinel')('POST', '/v1/incidents', { body: report }))).incidentId);
};

beforeAll(async () => {
  local = await startLocal({ port: 0 });
  await local.moveClock(new Date('2026-11-23T01:00:00.000Z'));
  for (const [role, claims] of Object.entries(claimsOf)) {
    clients.set(role, await signedIn(local, { role: role as Role, ...claims }));
  }
  await happen();
}, 120_000);
afterAll(async () => local?.stop());

const exported = async (): Promise<readonly RecordChain[]> => {
  const answers = await Promise.all(refs.map(({ kind, id }) => must(as('admin')('GET', `/v1/records/${kind}/${id}`))));
  return answers.flatMap(({ chains }) => chains);
};

/** Entries of people that don't say on whose authority. */
const withoutAuthority = (chains: readonly RecordChain[]): readonly string[] =>
  chains.flatMap(({ kind, entries }) =>
    entries.flatMap((entry) => {
      const isPerson = !entry.withheld && entry.by !== 'system' && entry.by !== 'business';
      return isPerson && !entry.as ? [`${kind}: ${entry.action}`] : [];
    }),
  );

test('no operation changes or removes what a record says, and each says on whose authority', async () => {
  const before = await exported();
  expect(new Set(before.map(({ kind }) => kind)).size).toBe(6);
  const changing = rows.filter(({ method }) => method !== 'GET');
  for (const operation of changing) {
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'unknown');
    const body = operation.name in bodies ? { body: bodies[operation.name] } : {};
    const roles = operation.roles.length > 0 ? operation.roles.slice(0, 2) : [''];
    for (const role of roles) {
      const { status, text } = await (clients.get(role) ?? httpClient(local.baseUrl))(operation.method, path, body);
      expect(status, `${operation.name}: ${text}`).toBeLessThan(500);
    }
  }
  await local.drain();
  const after = await exported();
  for (const chain of before) {
    const later = after.find(({ record }) => record === chain.record);
    expect(later, `${chain.kind} is gone`).toBeDefined();
    expect(later && firstLost(chain, later), chain.kind).toBeUndefined();
  }
  expect(withoutAuthority(before)).toEqual([]);
  expect(withoutAuthority(after)).toEqual([]);
  for (const chain of after) expect(chainFaults(chain, sha256), chain.kind).toEqual([]);
  const grown = before.filter(({ record, entries }) => {
    const later = after.find((one) => one.record === record);
    return (later?.entries.length ?? 0) > entries.length;
  });
  expect(grown.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['visit', 'incident'])); // they were called upon these very records
}, 120_000);
