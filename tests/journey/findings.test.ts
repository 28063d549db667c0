import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Local, startLocal } from '../../infra/local/start-local.ts';
import { type HttpAnswer, type HttpClient, signedIn } from '../support/district/http-client.ts';
import { place, planBody, smallDistrict } from '../support/district/small-district.ts';

// What one visit found, taken to closure in every way there is, over HTTP and real queues, every message twice.

let local: Local;
const who: Record<'planner' | 'market' | 'coordinator' | 'inspector' | 'head' | 'admin', HttpClient> =
  Object.create(null);
const findings: string[] = [];

const must = async (answer: Promise<HttpAnswer>, status = 200): Promise<HttpAnswer['json']> => {
  const { status: got, json, text } = await answer;
  expect(got, text).toBe(status);
  return json;
};
const get = (n: number) => must(who.inspector('GET', `/v1/findings/${findings[n]}`));
const post = (n: number, step: string, body: object, by = who.inspector) =>
  by('POST', `/v1/findings/${findings[n]}/${step}`, { body });
const ofReferral = (id: string, step: string, body: object, by: HttpClient) =>
  by('POST', `/v1/referrals/${id}/${step}`, { body });
const at = (instant: string) => local.moveClock(new Date(instant));

/** A photo, put where the service says it may lie: what a step then names. */
const upload = async (n: number) => {
  const content = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, n]);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const photo = { contentType: 'image/jpeg', bytes: content.byteLength, sha256 };
  const { items } = await must(post(n, 'files', { files: [photo] }));
  const put = await fetch(items[0].url, { method: 'PUT', headers: items[0].headers, body: content });
  expect(put.status).toBe(200);
  return { ...photo, kind: 'photo', fileId: String(items[0].fileId) };
};

/** One visit to the first business with these items, carried out on `day`; the inspector reports `checks`. */
const visit = async (day: string, checks: readonly object[]) => {
  const { items } = await must(who.coordinator('GET', `/v1/visits?from=${day}&to=2026-12-31`));
  const found = items.find(({ status }: { status: string }) => !['done', 'cancelled'].includes(status));
  await at(`${found.day}T02:00:00.000Z`);
  const { code } = await must(who.coordinator('GET', `/v1/visits/${found.visitId}`));
  await must(who.inspector('POST', `/v1/visits/${found.visitId}/check-in`, { body: { code } }));
  await must(who.inspector('POST', `/v1/visits/${found.visitId}/results`, { body: { checks } }));
  await local.drain();
  return found;
};
const consolidate = async (from: string) => {
  const { consolidationId } = await must(
    who.coordinator('POST', '/v1/consolidations', { body: { from, to: '2026-12-31' } }),
    202,
  );
  await local.drain();
  const run = `/v1/consolidations/${consolidationId}`;
  await must(who.head('POST', `${run}/reviews`, { body: { decision: 'approved' } }));
  await must(who.coordinator('POST', `${run}/publish`), 202);
  await local.drain();
};

beforeAll(async () => {
  local = await startLocal({ port: 0, duplicateMessages: true });
  await at('2026-11-23T01:00:00.000Z');
  who.admin = await signedIn(local, { role: 'admin' });
  who.planner = await signedIn(local, { role: 'planner', department: 'fire' });
  who.market = await signedIn(local, { role: 'planner', department: 'market' });
  who.head = await signedIn(local, { role: 'reviewer', level: 1, department: 'fire' });
  who.coordinator = await signedIn(local, { role: 'coordinator' });
  who.inspector = await signedIn(local, { role: 'inspector', unit: 'fire' });
  for (const year of [2026, 2027])
    await must(who.admin('PUT', `/v1/calendar/${year}`, { body: smallDistrict.calendar }));
  for (const rows of ['items', 'businesses', 'units'] as const) {
    await must(who.admin('POST', `/v1/${rows}/import`, { body: { [rows]: smallDistrict[rows] } }));
  }
  const mediators = [{ mediatorId: 'M1', name: '周调解', organisation: '调委会', effectiveFrom: '2026-01-01' }];
  await must(who.admin('POST', '/v1/mediators/import', { body: { mediators } }));
  const window = { notBefore: '2026-12-01', due: '2026-12-04' };
  const body = planBody({ items: ['F1', 'F2'], window, businesses: [{ businessId: place(1) }] });
  await must(who.planner('POST', '/v1/plans', { body }), 201);
  await consolidate('2026-12-01');
  const finding = (description: string, severity = 'minor') => ({ description, severity });
  await visit('2026-12-01', [
    { itemId: 'F1', outcome: 'finding', findings: [finding('通道堆物'), finding('拒不整改', 'major')] },
    {
      itemId: 'F2',
      outcome: 'finding',
      findings: [
        finding('标识缺失'),
        finding('噪声纠纷'),
        finding('器材过期'),
        finding('超出职权'),
        finding('占用车道', 'major'),
      ],
    },
  ]);
  const { items } = await must(who.inspector('GET', `/v1/findings?businessId=${place(1)}`));
  const named = new Map(
    items.map((one: { description: string; findingId: string }) => [one.description, one.findingId]),
  );
  for (const name of ['通道堆物', '拒不整改', '标识缺失', '噪声纠纷', '器材过期', '超出职权', '占用车道'])
    findings.push(String(named.get(name)));
});
afterAll(async () => local?.stop());

test('a visit’s findings begin their life once each, and the visit shows the same ids', async () => {
  expect(new Set(findings).size).toBe(7);
  const { visitId } = await get(0);
  const { attending } = await must(who.inspector('GET', `/v1/visits/${visitId}`));
  const shown = attending[0].checks.flatMap(({ findings: of = [] }: { findings?: { findingId: string }[] }) =>
    of.map(({ findingId }) => findingId),
  );
  expect(shown.toSorted()).toEqual(findings.toSorted());
});

test('no penalty: refused until it is corrected, then closed at once', async () => {
  const order = { kind: 'no-penalty', reason: '首违轻微', education: '已当面教育' };
  expect(await must(post(2, 'disposition', order), 422)).toMatchObject({ errors: [{ code: 'not-corrected' }] });
  await must(post(2, 'recheck', { corrected: true, note: '现场已补贴标识' }));
  expect(await must(post(2, 'disposition', order))).toMatchObject({ status: 'closed', clocks: [] });
});

test('settlement: a mediator of the register, an agreement, a look whether it is kept', async () => {
  const order = { kind: 'negotiated-settlement', reason: '双方自愿', mediatorId: 'M1' };
  expect(await must(post(3, 'disposition', order))).toMatchObject({ disposition: { mediatorName: '周调解' } });
  const { foundOn } = await get(3);
  await must(post(3, 'agreement', { agreedOn: foundOn, terms: '二十二点后停业', files: [] }));
  await must(post(3, 'agreement/follow-up', { kept: true, note: '邻居确认' }));
  expect(await must(post(3, 'close', {}))).toMatchObject({ status: 'closed' });
});

test('simple case: handed over, concluded within the fine that it knows, closed once corrected', async () => {
  await must(post(4, 'disposition', { kind: 'simple-case', reason: '当场处罚', caseNumber: '简1' }));
  const scan = await upload(4);
  const handed = { to: '法制科', receivedBy: '王五', documents: ['当场处罚决定书'], files: [scan] };
  const altered = { ...handed, files: [{ ...scan, sha256: '0'.repeat(64) }] };
  expect(await must(post(4, 'hand-over', altered), 422)).toMatchObject({
    errors: [{ path: 'files[0].sha256', code: 'file-hash-differs' }],
  });
  await must(post(4, 'hand-over', handed));
  await local.drain();
  const kept = await must(who.planner('GET', `/v1/findings/${findings[4]}/files/${scan.fileId}`));
  expect(kept).toMatchObject({ scan: 'clean', sha256: scan.sha256 });
  expect((await fetch(kept.url)).status).toBe(200);
  const { chains } = await must(who.planner('GET', `/v1/records/finding/${findings[4]}`));
  const [{ entries, faults }] = chains;
  expect(faults).toEqual([]);
  expect(entries.at(-1)).toMatchObject({ action: 'handed-over', files: [{ sha256: scan.sha256 }] });
  const end = { decisionNumber: '罚1', result: 'penalty', fineYuan: 5000 };
  expect(await must(post(4, 'conclusion', end), 422)).toMatchObject({ errors: [{ code: 'fine-too-high' }] });
  await must(post(4, 'conclusion', { ...end, fineYuan: 500 }));
  expect(await must(post(4, 'close', {}), 422)).toMatchObject({ errors: [{ code: 'not-corrected' }] });
  await must(post(4, 'recheck', { corrected: true, note: '已更换' }));
  expect(await must(post(4, 'close', {}))).toMatchObject({ status: 'closed' });
});

test('general case: handed over and concluded in its days, whatever the fine, closed once corrected', async () => {
  const order = { kind: 'general-case', reason: '情节严重，立案查处', caseNumber: '立7' };
  const stood = await must(post(6, 'disposition', order));
  expect(stood).toMatchObject({ clocks: expect.arrayContaining([expect.objectContaining({ kind: 'hand-over' })]) });
  const simple = { kind: 'simple-case', reason: '改当场处罚', caseNumber: '简7', replaces: 'general-case' };
  expect(await must(post(6, 'disposition', simple), 409)).toMatchObject({ errors: [{ code: 'case-stands' }] });
  const end = { decisionNumber: '罚7', result: 'penalty', fineYuan: 30_000 };
  expect(await must(post(6, 'conclusion', end), 422)).toMatchObject({ errors: [{ code: 'not-handed-over' }] });
  await must(post(6, 'hand-over', { to: '法制科', receivedBy: '王五', documents: ['立案审批表'], files: [] }));
  await must(post(6, 'conclusion', end));
  await must(post(6, 'recheck', { corrected: true, note: '车道已腾空' }));
  expect(await must(post(6, 'close', {}))).toMatchObject({ status: 'closed', clocks: [] });
});

test('referral: nobody else handles it; returned it is back, accepted and concluded it is closed', async () => {
  const file = await upload(5);
  const order = { to: 'market', reason: '属市场监管职权', evidence: [{ name: '现场照片', file }] };
  const { referralId } = await must(post(5, 'referral', order), 201);
  expect(await must(post(5, 'disposition', { kind: 'rectification', reason: 'x' }), 409)).toMatchObject({
    type: 'state-conflict',
  });
  expect((await who.market('GET', `/v1/referrals/${referralId}`)).status).toBe(404);
  await must(ofReferral(referralId, 'decision', { decision: 'approved' }, who.head));
  await must(ofReferral(referralId, 'send', { documentNumber: '移1' }, who.inspector));
  const slip = new TextEncoder().encode('%PDF-1.7 退回函');
  const stated = {
    ...{ contentType: 'application/pdf', bytes: slip.byteLength },
    sha256: createHash('sha256').update(slip).digest('hex'),
  };
  const put = await must(ofReferral(referralId, 'files', { files: [stated] }, who.market), 201);
  const [{ url, headers, fileId }] = put.items;
  expect((await fetch(url, { method: 'PUT', headers, body: slip })).status).toBe(200);
  const letter = { ...stated, fileId, kind: 'document', name: '退回函.pdf' };
  const back = { decision: 'returned', reason: '材料不全', files: [letter] };
  await must(ofReferral(referralId, 'answer', back, who.market));
  await local.drain();
  const kept = await must(who.planner('GET', `/v1/referrals/${referralId}/files/${fileId}`));
  expect(Buffer.from(await (await fetch(kept.url)).arrayBuffer())).toEqual(Buffer.from(slip));
  expect(await get(5)).toMatchObject({ status: 'open', clocks: [{ kind: 'correct' }] });
  const again = await must(post(5, 'referral', order), 201);
  await must(ofReferral(again.referralId, 'decision', { decision: 'approved' }, who.head));
  await must(ofReferral(again.referralId, 'send', { documentNumber: '移2' }, who.planner));
  const { items } = await must(who.market('GET', '/v1/referrals?status=running&to=market'));
  expect(items).toMatchObject([
    { referralId: again.referralId, mayDo: ['answer-referral'], clock: { kind: 'answer' } },
  ]);
  expect((await who.market('GET', `/v1/findings/${findings[5]}/files/${file.fileId}`)).status).toBe(404);
  await local.drain();
  const along = await must(who.market('GET', `/v1/referrals/${again.referralId}/files/${file.fileId}`));
  expect((await fetch(along.url)).status).toBe(200);
  await must(ofReferral(again.referralId, 'answer', { decision: 'accepted', receivedBy: '赵六' }, who.market));
  await must(ofReferral(again.referralId, 'outcome', { outcome: '已立案查处' }, who.market));
  expect(await get(5)).toMatchObject({ status: 'closed' });
});

test('of two decisions at once one wins and the other is told', async () => {
  const orders = [
    post(1, 'disposition', { kind: 'general-case', reason: '拒不整改', caseNumber: '立1' }),
    post(1, 'disposition', { kind: 'rectification', reason: '限期整改', workingDays: 5 }, who.planner),
  ];
  const answers = await Promise.all(orders);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.json).toMatchObject({
    type: 'state-conflict',
    errors: [{ code: expect.stringMatching(/case-stands|disposition-stands/) }],
  });
  expect((await get(1)).history.map(({ action }: { action: string }) => action)).toHaveLength(2);
});

test('rectification: a re-check on site is merged with another department’s check, and one visit verifies it', async () => {
  await must(post(0, 'disposition', { kind: 'rectification', reason: '限期整改', workingDays: 5 }));
  const window = { notBefore: '2026-12-14', due: '2026-12-18' };
  const asked = { window, reason: '现场核实', approval: { by: '中队长' } };
  const { planId } = await must(post(0, 'recheck-request', asked), 201);
  expect(await must(post(0, 'recheck-request', asked), 422)).toMatchObject({ errors: [{ code: 'recheck-asked' }] });
  const health = await signedIn(local, { role: 'planner', department: 'health' });
  const body = planBody({ items: ['H2'], window, businesses: [{ businessId: place(1) }] });
  await must(health('POST', '/v1/plans', { body }), 201);
  await consolidate('2026-12-14');
  const { items } = await must(who.coordinator('GET', '/v1/visits?from=2026-12-14&to=2026-12-18'));
  expect(items).toHaveLength(1);
  const [merged] = items;
  expect(merged.attending.map(({ department }: { department: string }) => department).toSorted()).toEqual([
    'fire',
    'health',
  ]);
  await visit('2026-12-14', [{ itemId: 'F1', outcome: 'compliant' }]);
  const nurse = await signedIn(local, { role: 'inspector', unit: 'health' });
  const checks = [{ itemId: 'H2', outcome: 'compliant' }];
  await must(nurse('POST', `/v1/visits/${merged.visitId}/results`, { body: { checks } }));
  await local.drain();
  const verified = await get(0);
  expect(verified).toMatchObject({
    status: 'verified',
    rechecks: [{ way: 'on-site', corrected: true, visitId: merged.visitId }],
  });
  expect((await must(who.planner('GET', `/v1/plans/${planId}`))).requests).toBe(1);
  expect(await must(post(0, 'close', {}))).toMatchObject({ status: 'closed' });
});

test('what stays overdue is escalated by the clock, listed first, and every figure opens its list', async () => {
  await at('2027-01-11T02:00:00.000Z');
  await local.drain();
  const { items } = await must(who.coordinator('GET', '/v1/findings?overdue=true'));
  expect(items.map(({ findingId }: { findingId: string }) => findingId)).toEqual([findings[1]]);
  expect(await get(1)).toMatchObject({ status: 'escalated', overdue: true });
  const resume = { reason: '督办后重新限期', workingDays: 5 };
  expect(await must(post(1, 'resume', resume, who.coordinator))).toMatchObject({ status: 'open' });
  const figures = await must(who.coordinator('GET', '/v1/statistics/findings?from=2026-12-01&to=2026-12-31'));
  expect(figures).toMatchObject({ found: { count: 7 }, unclosed: { count: 1 } });
  for (const { count, list } of [figures.found, figures.overdue, ...figures.byStatus, ...figures.byDisposition])
    expect((await must(who.coordinator('GET', list))).items).toHaveLength(count);
  expect(await local.deadLetters()).toBe(0);
});

test('at the end of a year whose next one is unknown, a business is held to no guess and the office to a flag', async () => {
  await at('2027-12-20T02:00:00.000Z');
  await local.drain();
  expect(await get(1)).toMatchObject({ status: 'escalated' });
  const resume = { reason: '跨年限期', workingDays: 20 };
  expect(await must(post(1, 'resume', resume, who.coordinator), 422)).toMatchObject({
    type: 'calendar-unknown',
    errors: [{ code: 'calendar-unknown', message: expect.stringContaining('2028') }],
  });
  expect((await get(1)).status).toBe('escalated');
  await at('2027-12-29T02:00:00.000Z');
  const closing = ({ clocks }: HttpAnswer['json']) => clocks.find(({ kind }: { kind: string }) => kind === 'close');
  const flagged = closing(await must(post(1, 'recheck', { corrected: true, note: '年末已整改' })));
  expect(flagged).toEqual({ kind: 'close', unknownYear: 2028, overdue: false });
  await must(who.admin('PUT', '/v1/calendar/2028', { body: smallDistrict.calendar }));
  await at('2027-12-29T04:00:00.000Z');
  await local.drain();
  const set = closing(await get(1));
  expect(set).not.toHaveProperty('unknownYear');
  expect(set.dueOn).toMatch(/^2028-01-/);
});
