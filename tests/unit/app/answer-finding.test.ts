import { describe, expect, test } from 'vitest';
import { answerFinding } from '../../../lib/app/findings/answer-finding.ts';
import { announceAnswerPhotos } from '../../../lib/app/notices/announce-answer-photos.ts';
import { answerForm } from '../../../lib/app/notices/answer-form.ts';
import { getNotice } from '../../../lib/app/notices/get-notice.ts';
import { noticeView } from '../../../lib/contract/notices.ts';
import type { Finding } from '../../../lib/domain/findings/finding.ts';
import { aFinding } from '../../support/a-finding.ts';
import { aCheck, anAttendance, aVisit } from '../../support/a-visit.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const now = new Date('2026-12-12T01:00:00.000Z');
const sent = { ...aVisit().notice, status: 'sent' } as const;
const found = { findingId: 'f1', description: '疏散通道堵塞', severity: 'minor', due: '2026-12-30' } as const;
const check = aCheck({ outcome: 'finding', findings: [{ ...found, evidence: [], status: 'open' }] });
const done = aVisit({ status: 'done', notice: sent, attending: [anAttendance({ checks: [check] })] });
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);

const opened = async (finding: Finding | undefined = aFinding()) => {
  const ports = { ...fakePorts(), baseUrl: 'https://example.com' };
  await ports.visits.create(done);
  await ports.findings.create(finding);
  await ports.calendars.put(
    { district: 'shangcheng' },
    { year: 2026, holidays: [], makeUpDays: [], provisional: false },
    0,
  );
  const claims = { district: done.district, visitId: done.visitId, noticeVersion: 1 };
  const token = await ports.links.sign(claims, new Date('2027-03-01T00:00:00.000Z'));
  const params = { token, findingId: finding.findingId };
  const answer = (text: string, photos: readonly string[] = [], more: object = {}) =>
    answerFinding(ports, {
      params: { ...params, ...more },
      body: { text, photos: [...photos] },
      language: 'zh-CN',
      now,
    });
  const stands = () => ports.findings.find({ district: done.district }, finding.findingId);
  const put = (fileId: string, content: Uint8Array, type = 'image/') =>
    ports.files.put(done.district, fileId, type, content);
  return { ports, token, params, answer, stands, put };
};
const photoId = `${done.visitId}.answer-1`;

describe('answer-finding', () => {
  test('keeps the text with photos that are on record by what they are, and starts the unit’s clock', async () => {
    const { ports, answer, stands, put } = await opened();
    put(photoId, jpeg);
    expect(await answer('通道已清理', [photoId])).toMatchObject({
      status: 'being-verified',
      answers: [{ text: '通道已清理', photos: 1 }],
      mayAnswer: true,
    });
    expect(await stands()).toMatchObject({ status: 'answered', answers: [{ files: [photoId] }] });
    expect(await ports.scannedFiles.find({ district: done.district }, photoId)).toMatchObject({
      visitId: done.visitId,
      kind: 'photo',
      contentType: 'image/jpeg',
      bytes: 7,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      scan: 'clean',
    });
  });

  test('changes nothing where the same is sent again, and takes more as another answer', async () => {
    const { answer, stands } = await opened();
    await answer('通道已清理');
    await answer('通道已清理');
    expect((await stands())?.version).toBe(2);
    await answer('另装了警示灯');
    expect((await stands())?.answers.map(({ text }) => text)).toEqual(['通道已清理', '另装了警示灯']);
  });

  test('answers on what stands after a lost race', async () => {
    const { ports, params, stands } = await opened();
    let raced = false;
    const findings = {
      ...ports.findings,
      change: async (next: Finding) => {
        const current = await stands();
        if (!raced && current) await ports.findings.change({ ...current, version: current.version + 1 });
        raced = true;
        return ports.findings.change(next);
      },
    };
    const body = { text: '通道已清理', photos: [] };
    await answerFinding({ ...ports, findings }, { params, body, language: 'zh-CN', now });
    expect(await stands()).toMatchObject({ status: 'answered', version: 3 });
  });

  test.each([
    ['a file that was never put', `${done.visitId}.answer-9`, undefined, 'photo-unknown'],
    ['a file of the inspectors', `${done.visitId}.0190`, jpeg, 'photo-unknown'],
    ['a file of another visit', '91330102MA2AAAAA0A-01.v2.answer-1', jpeg, 'photo-unknown'],
    ['what is called a photo and is none', photoId, new TextEncoder().encode('<script>'), 'photo-type'],
    ['a photo beyond ten megabytes', photoId, new Uint8Array(10 * 1024 * 1024 + 1).fill(0xff), 'photo-large'],
  ])('refuses %s, and keeps nothing of the answer', async (_, fileId, content, code) => {
    const { ports, answer, stands, put } = await opened();
    if (content) put(fileId, content);
    expect(await answer('通道已清理', [fileId])).toMatchObject({
      refused: 'finding-refused',
      errors: [{ path: 'photos[0]', code }],
    });
    expect((await stands())?.version).toBe(1);
    expect([...ports.files.kept]).toEqual([]);
  });

  test('judges again what it kept: a photo may be written over between the look and the keeping', async () => {
    const { ports, params, stands, put } = await opened();
    put(photoId, jpeg);
    const larger = new Uint8Array(10 * 1024 * 1024 + 1);
    larger.set(jpeg);
    const files = {
      ...ports.files,
      keep: async () => put(photoId, larger),
    };
    const body = { text: '通道已清理', photos: [photoId] };
    expect(await answerFinding({ ...ports, files }, { params, body, language: 'zh-CN', now })).toMatchObject({
      errors: [{ path: 'photos[0]', code: 'photo-large' }],
    });
    expect((await stands())?.version).toBe(1);
  });

  test('refuses an answer to what is closed, and more answers than a record takes', async () => {
    const closed = await opened(aFinding({ status: 'closed', closedOn: '2026-12-11' }));
    expect(await closed.answer('通道已清理')).toMatchObject({ refused: 'state-conflict' });
    const answers = Array.from({ length: 20 }, (_, n) => ({ at: now.toISOString(), text: `${n}`, files: [] }));
    const talkative = await opened(aFinding({ status: 'answered', answers }));
    expect(await talkative.answer('还有')).toMatchObject({ errors: [{ code: 'too-many-answers' }] });
  });

  test('does not know a finding of another visit, a forged link, or an unannounced visit’s before its check-in', async () => {
    const other = await opened(aFinding({ visitId: '91330102MA2AAAAA0A-01.v2' }));
    expect(await other.answer('通道已清理')).toMatchObject({ refused: 'not-found' });
    const { answer } = await opened();
    expect(await answer('通道已清理', [], { token: 'forged' })).toMatchObject({ refused: 'not-found' });
    expect(await answer('通道已清理', [], { findingId: `${done.businessId}.f9` })).toMatchObject({
      refused: 'not-found',
    });
  });
});

describe('announce-answer-photos', () => {
  const photo = { contentType: 'image/jpeg', bytes: 7, sha256: 'a'.repeat(64) } as const;
  test('gives each photo an address and an id of this visit', async () => {
    const { ports, params } = await opened();
    const view = await announceAnswerPhotos(ports, { params, body: { photos: [photo, photo] }, now, ids: ports.ids });
    const items = 'items' in view ? view.items : [];
    expect(items).toHaveLength(2);
    expect(new Set(items.map(({ fileId }) => fileId)).size).toBe(2);
    expect(items.every(({ fileId }) => fileId.startsWith(`${done.visitId}.answer-`))).toBe(true);
    expect(items[0]).toMatchObject({
      expiresAt: '2026-12-12T01:15:00.000Z',
      headers: { 'content-type': 'image/jpeg' },
    });
  });
  test('gives none for a finding that can’t be answered', async () => {
    const { ports, params } = await opened(aFinding({ status: 'closed', closedOn: '2026-12-11' }));
    const view = await announceAnswerPhotos(ports, { params, body: { photos: [photo] }, now, ids: ports.ids });
    expect(view).toMatchObject({ refused: 'state-conflict' });
  });
});

describe('the page that answers a finding', () => {
  const six = Array.from({ length: 6 }, (_, n) => `${done.visitId}.answer-${n}`);
  const formOf = async (photos: readonly string[], finding?: Finding, contents: readonly Uint8Array[] = []) => {
    const { ports, params, put } = await opened(finding);
    for (const [n, fileId] of six.entries()) put(fileId, contents[n] ?? jpeg);
    return answerForm(ports, { params, photos, language: 'en', now, ids: ports.ids });
  };
  test('leads one photo more into the store, and back to itself with all of them', async () => {
    const form = await formOf([photoId]);
    const back = 'upload' in form ? (form.upload?.fields.success_action_redirect ?? '') : '';
    const { pathname, searchParams } = new URL(back);
    expect(pathname).toMatch(/^\/n\/.+\/findings\/91330102MA2AAAAA0A-01\.f1$/);
    expect(searchParams.get('lang')).toBe('en');
    expect(searchParams.get('photos')?.split(',')).toEqual([photoId, expect.stringMatching(/\.answer-/)]);
  });
  test('asks for no more once there are six, or nothing can be answered, and drops what is not of this visit', async () => {
    const full = await formOf(six);
    expect(full).toMatchObject({ photos: six });
    expect(full).not.toHaveProperty('upload');
    expect(await formOf([], aFinding({ status: 'verified' }))).not.toHaveProperty('upload');
    expect(await formOf(['91330102MA2AAAAA0A-01.v2.answer-1'])).toMatchObject({ photos: [] });
  });
  test('tells what of the files that the store took is too large, no photo or not there, and goes on with the others', async () => {
    const large = new Uint8Array(10 * 1024 * 1024 + 1).fill(0xff);
    const film = new TextEncoder().encode('a film');
    const form = await formOf([...six.slice(0, 4), `${done.visitId}.answer-9`], undefined, [jpeg, large, film, film]);
    expect(form).toMatchObject({ photos: six.slice(0, 1), faults: ['photo-large', 'photo-type', 'photo-unknown'] });
    const back = 'upload' in form ? (form.upload?.fields.success_action_redirect ?? '') : '';
    expect(new URL(back).searchParams.get('photos')?.split(',')).toEqual([six[0], expect.stringMatching(/\.answer-/)]);
    expect(await formOf([...six], undefined, [large])).toHaveProperty('upload');
    expect(await formOf([...six])).toMatchObject({ faults: [] });
  });
});

describe('a notice after the visit', () => {
  const noticeOf = async (finding: Finding) => {
    const { ports, token } = await opened(finding);
    const view = await getNotice(ports, { params: { token }, language: 'zh-CN', now });
    if ('refused' in view) throw new Error(view.refused);
    expect(noticeView.safeParse(view).error).toBeUndefined();
    return view.findings?.[0];
  };
  const at = '2026-12-11T01:00:00.000Z';
  const disposition = { decidedAt: at, decidedBy: 'inspector-fire', reason: '内部理由' };

  test('tells deadline, disposition, re-check and what may be done', async () => {
    const rechecks = [
      { at, by: 'inspector-fire', way: 'on-site', corrected: false, note: '仍有杂物', evidence: [] } as const,
    ];
    const told = await noticeOf(
      aFinding({ rechecks, disposition: { ...disposition, kind: 'rectification', workingDays: 5 } }),
    );
    expect(told).toMatchObject({
      status: 'to-correct',
      dueOn: '2026-12-30',
      mayAnswer: true,
      disposition: { kind: 'rectification', on: '2026-12-11', workingDays: 5 },
      recheck: { on: '2026-12-11', corrected: false, note: '仍有杂物' },
    });
    expect(JSON.stringify(told)).not.toMatch(/inspector|内部理由/);
  });

  test('tells nothing of a referral or an escalation', async () => {
    const referred = aFinding({
      status: 'referred',
      disposition: { ...disposition, kind: 'referral', referralId: 'R1', to: 'police', crime: false, evidence: [] },
    });
    const told = await noticeOf(referred);
    expect(told).toMatchObject({ status: 'in-hand', mayAnswer: false });
    expect(told).not.toHaveProperty('disposition');
    expect(await noticeOf(aFinding({ status: 'escalated' }))).toMatchObject({ status: 'to-correct', mayAnswer: true });
  });

  test('shows a finding before it is on record by itself, and takes an answer once it is', async () => {
    const { ports, token } = await opened(
      aFinding({ visitId: '91330102MA2AAAAA0A-01.v2', findingId: `${done.businessId}.f7` }),
    );
    const view = await getNotice(ports, { params: { token }, language: 'zh-CN', now });
    expect(view).toMatchObject({ findings: [{ description: '疏散通道堵塞', mayAnswer: false }] });
  });
});
