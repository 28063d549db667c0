import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Local, startLocal } from '../../../infra/local/start-local.ts';
import type { Operation } from '../../../lib/contract/operation.ts';
import { operations } from '../../../lib/contract/operations.ts';
import { standardWording } from '../../../lib/domain/notice-template.ts';
import { type HttpAnswer, type HttpClient, httpClient, signedIn } from '../../support/district/http-client.ts';
import { place, planBody, smallDistrict } from '../../support/district/small-district.ts';

// Any JSON on any route: never a fault, always problem+json that names the field.

let local: Local;
const clients = new Map<string, HttpClient>();
const rows: readonly Operation[] = Object.values(operations);

const claimsOf = {
  sentinel: { street: 'S01' },
  planner: { department: 'fire' },
  coordinator: {},
  reviewer: { level: 1, department: 'fire' },
  inspector: { unit: 'fire' },
  admin: {},
} as const;

beforeAll(async () => {
  local = await startLocal({ port: 0 });
  await local.moveClock(new Date('2026-11-23T01:00:00.000Z'));
  for (const [role, claims] of Object.entries(claimsOf)) {
    clients.set(role, await signedIn(local, { role: role as keyof typeof claimsOf, ...claims }));
  }
});
afterAll(async () => local?.stop());

const clientFor = (operation: Operation): HttpClient =>
  clients.get(operation.roles[0] ?? '') ?? httpClient(local.baseUrl);

const aFile = { fileId: 'x.y.z', kind: 'photo', contentType: 'image/jpeg', bytes: 1, sha256: '0'.repeat(64) };
const valid: Readonly<Record<string, unknown>> = {
  'import-items': { items: smallDistrict.items },
  'import-businesses': { businesses: smallDistrict.businesses },
  'import-units': { units: smallDistrict.units },
  'put-calendar': smallDistrict.calendar,
  'announce-incident-photo': { contentType: 'image/jpeg', bytes: 10, sha256: 'a'.repeat(64) },
  'report-incident': { type: 'waste', place: '路口', words: '堆放', photos: [], businessId: place(1) },
  'dispatch-incident': { unitId: 'fire', reason: '专业处置' },
  'acknowledge-incident': { words: '马上到' },
  'resolve-incident': { words: '已清除', photos: [] },
  'turn-incident-urgent': {
    businessId: place(1),
    items: ['F1'],
    window: { notBefore: '2026-11-24', due: '2026-12-18' },
    legalBasis: '行政处罚法第五十四条',
    approval: { by: '局长' },
    mode: 'announced',
  },
  'put-duty-roster': {
    shifts: [{ unitId: 'fire', from: '2026-12-31T20:00', to: '2027-01-01T08:00' }],
    otherwise: 'fire',
  },
  'request-withdrawal': { reason: '主体登记有误' },
  'decide-withdrawal': { decision: 'withdrawn', reason: '核实' },
  'put-settings': { effectiveFrom: '2026-12-01', slots: { minutes: 90, starts: ['09:00'], sessions: [[0]] } },
  'submit-plan': planBody({ draw: { industry: 'hotel', byGrade: { A: 0.5 } }, partners: ['health'] }),
  'append-requests': { businesses: [{ businessId: place(1), due: '2026-12-04', items: ['F1'] }] },
  'withdraw-plan': { reason: 'x' },
  'import-scenarios': {
    scenarios: [
      {
        scenarioId: 'x',
        name: { zh: 'x', en: 'x' },
        industry: 'hotel',
        lead: 'fire',
        parts: [{ department: 'fire', items: ['F1'] }],
        legalBasis: 'x',
        effectiveFrom: '2026-01-01',
      },
    ],
  },
  'start-scenario': {
    window: { notBefore: '2026-12-01', due: '2026-12-18' },
    approval: { by: 'x' },
    draw: { byGrade: { A: 0.5 } },
  },
  'confirm-share': { items: ['F1'], legalBasis: 'x', approval: { by: 'x', reference: 'x' } },
  'decline-share': { reason: 'x' },
  'withdraw-joint-plan': { reason: 'x' },
  'create-recurrence': {
    everyMonths: 1,
    first: { notBefore: '2026-12-01', due: '2026-12-18' },
    until: '2027-12-31',
    openDaysBefore: 20,
    opens: {
      kind: 'plan',
      title: 'x',
      legalBasis: 'x',
      approval: { by: 'x' },
      items: ['F1'],
      draw: { industry: 'hotel', ratio: 0.5 },
    },
  },
  'skip-occurrence': { notBefore: '2026-12-01', reason: 'x' },
  'end-recurrence': { reason: 'x' },
  'announce-import': { kind: 'items', fileName: 'x.csv', contentType: 'text/csv', bytes: 1, sha256: '0'.repeat(64) },
  'start-import': { again: true },
  'suggest-merges': {
    mode: 'announced',
    window: { notBefore: '2026-12-01', due: '2026-12-18' },
    items: ['F1'],
    businesses: [{ businessId: place(1) }],
  },
  'start-consolidation': {
    from: '2026-12-01',
    to: '2026-12-31',
    whatIf: { costWeights: { trip: 2 }, teams: { fire: 1 }, away: [{ unitId: 'fire', days: ['2026-12-08'] }] },
  },
  'report-absence': { unitId: 'fire', from: '2026-12-01', to: '2026-12-02', reason: 'x' },
  'insert-urgent': {
    businessId: place(1),
    items: ['F1'],
    window: { notBefore: '2026-12-01', due: '2026-12-18' },
    legalBasis: 'x',
    approval: { by: 'x' },
    mode: 'announced',
    reason: 'x',
    option: { day: '2026-12-10', start: '09:00' },
  },
  'reschedule-visit': { day: '2026-12-10', start: '09:00', reason: 'x', consent: true },
  'cancel-visit': { reason: 'x' },
  'veto-visit': { reason: 'x' },
  'commit-draw': {
    title: 'x',
    rule: { industry: 'hotel', byGrade: { A: 0.5 } },
    exempt: [{ businessId: place(1), reason: 'x' }],
  },
  'nominate-lead': { department: 'fire', reason: 'x' },
  'rate-department': { department: 'fire', score: 4, words: 'x' },
  'rate-street': { score: 4, words: 'x' },
  'put-channel-preferences': { channels: ['sms'], phone: '13800138000' },
  'resend-notice': { reason: 'x' },
  'revoke-notice-links': { reason: 'x' },
  'redrive-dead-letters': { queue: 'results' },
  'rotate-link-keys': { reason: 'x' },
  'add-notice-template': { ...standardWording, effectiveFrom: '2026-12-01' },
  'preview-notice-template': { draft: standardWording },
  'test-notice-template': {},
  'review-consolidation': { decision: 'approved', comment: 'x', visits: [{ visitId: 'x.y', reason: 'x' }] },
  'check-in': {
    code: 'ABCD',
    location: { latitude: 30.25, longitude: 120.17 },
    at: '2026-11-23T00:50:00.000Z',
    lateReason: 'x',
  },
  'announce-answer-photos': { photos: [{ contentType: 'image/jpeg', bytes: 1, sha256: '0'.repeat(64) }] },
  'answer-finding': { text: 'x', photos: ['x'] },
  'object-to-recognition': { reason: 'x' },
  'announce-files': { files: [{ contentType: 'image/jpeg', bytes: 1, sha256: '0'.repeat(64) }] },
  'record-results': {
    checks: [
      {
        itemId: 'F1',
        outcome: 'finding',
        findings: [{ description: 'x', severity: 'minor', due: '2026-12-20' }],
        answers: [{ questionId: 'c1', answer: 'yes' }],
        measurements: [{ name: 'x', value: 1, unit: 'm' }],
        files: [aFile],
        corrects: { version: 1, reason: 'x' },
      },
    ],
    madeAt: '2026-11-23T00:55:00.000Z',
    lateReason: 'x',
  },
  'announce-finding-files': { files: [{ contentType: 'image/jpeg', bytes: 1, sha256: '0'.repeat(64) }] },
  'decide-disposition': { kind: 'rectification', reason: 'x', workingDays: 5 },
  'recheck-finding': { corrected: true, note: 'x', evidence: ['x'], files: [aFile], workingDays: 5 },
  'plan-recheck': {
    window: { notBefore: '2026-12-01', due: '2026-12-18' },
    reason: 'x',
    approval: { by: 'x', reference: 'x' },
  },
  'record-agreement': { agreedOn: '2026-11-20', terms: 'x', files: [aFile] },
  'follow-up-settlement': { kept: true, note: 'x' },
  'hand-over-case': { to: 'x', receivedBy: 'x', documents: ['x'], files: [aFile] },
  'conclude-case': { decisionNumber: 'x', result: 'penalty', fineYuan: 1, files: [aFile] },
  'close-finding': { reason: 'x' },
  'withdraw-finding': { reason: 'x' },
  'escalate-finding': { reason: 'x' },
  'resume-finding': { reason: 'x', workingDays: 5 },
  'refer-finding': { to: 'police', crime: true, reason: 'x', evidence: [{ name: 'x', count: 1, file: aFile }] },
  'decide-referral': { decision: 'rejected', reason: 'x' },
  'send-referral': { documentNumber: 'x' },
  'answer-referral': { decision: 'accepted', receivedBy: 'x' },
  'conclude-referral': { outcome: 'x' },
  'import-mediators': {
    mediators: [{ mediatorId: 'M1', name: 'x', organisation: 'x', streets: ['S01'], effectiveFrom: '2026-01-01' }],
  },
  'acknowledge-notice': { version: 1 },
  'request-another-time': { day: '2026-12-10', start: '10:30', words: 'x' },
  'rate-visit': { score: 4, words: 'x' },
  complain: { words: 'x', contact: 'x' },
};

const nasty = fc.oneof(
  fc.constantFrom(
    null,
    '',
    ' ',
    '\u0000',
    '💥',
    '__proto__',
    '../..',
    "'; --",
    1e308,
    -1,
    0,
    0.5,
    '2026-02-30',
    '9999-12-31',
    [],
    {},
    true,
    'x'.repeat(5000),
  ),
  fc.jsonValue(),
);

/** A valid body with one value, anywhere in it, replaced, removed or doubled. */
const mutated = (body: unknown): fc.Arbitrary<unknown> =>
  fc.tuple(fc.nat(), nasty, fc.constantFrom('replace', 'remove', 'double')).map(([at, value, how]) => {
    const copy: unknown = structuredClone(body);
    const places: [Record<string, unknown>, string][] = [];
    const walk = (node: unknown): void => {
      if (node === null || typeof node !== 'object') return;
      for (const [key, child] of Object.entries(node)) {
        places.push([node as Record<string, unknown>, key]);
        walk(child);
      }
    };
    walk(copy);
    const chosen = places[at % Math.max(1, places.length)];
    if (!chosen) return value;
    const [holder, key] = chosen;
    if (how === 'remove') delete holder[key];
    else holder[key] = how === 'double' ? [holder[key], holder[key]] : value;
    return copy;
  });

const segment = fc.oneof(
  fc.constantFrom('unknown', '%00', '%2F', '%E0%A4%A', '..', '2026', 'P1', '💥', 'x'.repeat(2000)),
  fc.webSegment({ size: 'small' }).filter((part) => part !== ''),
);

const expectHonest = (answer: HttpAnswer, operation: Operation): void => {
  expect(answer.status, `${operation.name}: ${answer.text}`).toBeLessThan(500);
  if (answer.status < 400 || !answer.headers.get('content-type')?.includes('json')) return;
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(answer.json).toMatchObject({
    type: expect.any(String),
    title: expect.any(String),
    status: answer.status,
    errors: expect.any(Array),
  });
  if (answer.status === 400) expect(answer.json.errors.length, answer.text).toBeGreaterThan(0);
};

test.each(rows.map((operation) => [operation.name, operation] as const))(
  '%s takes any input without a fault',
  async (_, operation) => {
    const client = clientFor(operation);
    const body = fc.oneof(
      { weight: 1, arbitrary: fc.jsonValue() },
      { weight: 3, arbitrary: mutated(valid[operation.name] ?? {}) },
    );
    await fc.assert(
      fc.asyncProperty(
        body,
        segment,
        fc.dictionary(
          fc.constantFrom('limit', 'cursor', 'from', 'to', 'on', 'status', 'groupBy', 'district', 'unit'),
          fc.string(),
        ),
        async (sent, part, query) => {
          const path = operation.path.replace(/\{\w+\}/g, encodeURIComponent(part));
          const search = Object.keys(query).length ? `?${new URLSearchParams(query)}` : '';
          expectHonest(
            await client(operation.method, path + search, operation.method === 'GET' ? {} : { body: sent }),
            operation,
          );
        },
      ),
      { numRuns: 25 },
    );
    if (operation.method !== 'GET') {
      for (const raw of ['{', '', 'null', '"x"', '[1', '\u0000', '{"a":1}{'])
        expectHonest(await client(operation.method, operation.path.replace(/\{\w+\}/g, 'x'), { raw }), operation);
    }
  },
);

test('a route that is not in the table does not exist', async () => {
  const client = httpClient(local.baseUrl);
  for (const [method, path, status] of [
    ['GET', '/v1/nothing', 404],
    ['DELETE', '/v1/plans', 405],
    ['PUT', '/v1/public/visits', 405],
    ['PATCH', '/v1/plans/x', 405],
  ] as const) {
    const answer = await client(method, path);
    expect(answer.status, `${method} ${path}`).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  }
});
