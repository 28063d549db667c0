import { describe, expect, test } from 'vitest';
import { answerComplaint } from '../../../lib/app/notices/answer-complaint.ts';
import { complain } from '../../../lib/app/notices/complain.ts';
import { getNotice } from '../../../lib/app/notices/get-notice.ts';
import { rateVisit } from '../../../lib/app/notices/rate-visit.ts';
import { getVisit } from '../../../lib/app/visits/get-visit.ts';
import { listVisits } from '../../../lib/app/visits/list-visits.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import { admin, aRequest, coordinator, inspector, planner, reviewer } from '../../support/a-request.ts';
import { aVisit } from '../../support/a-visit.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const sent = { ...aVisit().notice, status: 'sent' } as const;
const done = aVisit({ status: 'done', doneAt: '2026-12-09T03:00:00.000Z', notice: sent });
const at = '2026-12-10T01:00:00.000Z';

const opened = async (visit: Visit = done) => {
  const ports = fakePorts();
  await ports.visits.create(visit);
  const claims = { district: visit.district, visitId: visit.visitId, noticeVersion: 1 };
  const token = await ports.links.sign(claims, new Date('2027-03-01T00:00:00.000Z'));
  const stands = () => ports.visits.find({ district: visit.district }, visit.visitId);
  const rate = (body: object, now = at) => rateVisit(ports, aRequest('rate-visit', { params: { token }, body, now }));
  const say = (body: object) => complain(ports, aRequest('complain', { params: { token }, body, now: at }));
  return { ports, token, stands, rate, say };
};

describe('rate-visit', () => {
  test('keeps the rating of a done visit, and the corrected one in its place', async () => {
    const { rate, stands } = await opened();
    expect(await rate({ score: 2, words: '等了一上午' })).toMatchObject({ status: 'rated', score: 2, ratedAt: at });
    const later = '2026-12-11T01:00:00.000Z';
    expect(await rate({ score: '4', words: '' }, later)).toMatchObject({ score: 4, ratedAt: at, correctedAt: later });
    expect((await stands())?.rating).toEqual({ score: 4, at, correctedAt: later });
    expect((await stands())?.history.map(({ action }) => action)).toEqual(['published', 'rated', 'rating-corrected']);
  });
  test('stays quiet where the same was said before', async () => {
    const { rate, stands } = await opened();
    await rate({ score: 5 });
    expect(await rate({ score: 5 }, '2026-12-12T01:00:00.000Z')).toMatchObject({ ratedAt: at, correctedAt: undefined });
    expect((await stands())?.version).toBe(2);
  });
  test.each(['planned', 'notified', 'under-way', 'cancelled'] as const)(
    'refuses a visit that is %s',
    async (status) => {
      const { rate } = await opened(aVisit({ status, notice: sent }));
      expect(await rate({ score: 5 })).toMatchObject({ refused: 'state-conflict', errors: [{ code: 'not-done' }] });
    },
  );
  test('decides again after a lost race', async () => {
    const { ports, token, stands } = await opened();
    let raced = false;
    const visits = {
      ...ports.visits,
      change: async (next: Visit) => {
        if (!raced) {
          raced = true;
          await ports.visits.change({ ...done, status: 'closed', version: 2 });
        }
        return ports.visits.change(next);
      },
    };
    await rateVisit({ ...ports, visits }, aRequest('rate-visit', { params: { token }, body: { score: 3 }, now: at }));
    expect(await stands()).toMatchObject({ status: 'closed', rating: { score: 3 }, version: 3 });
  });
});

describe('complain', () => {
  test('keeps each complaint once, and answers whom to call', async () => {
    const { say, stands } = await opened(aVisit({ status: 'notified', notice: sent }));
    const first = await say({ words: '未出示证件', contact: '13800000000' });
    expect(first).toMatchObject({ status: 'received', receivedAt: at, phone: '12345' });
    expect(await say({ words: '未出示证件' })).toEqual(first);
    await say({ words: '重复检查', contact: '' });
    expect((await stands())?.complaints).toMatchObject([
      { words: '未出示证件', contact: '13800000000' },
      { words: '重复检查' },
    ]);
  });
  test('refuses what one record cannot hold', async () => {
    const { say } = await opened();
    for (let n = 0; n < 20; n += 1) await say({ words: `第 ${n} 条` });
    expect(await say({ words: '又一条' })).toMatchObject({ errors: [{ code: 'too-many-complaints' }] });
  });
  test('does not open an unannounced visit before its check-in', async () => {
    const { say, rate } = await opened(aVisit({ mode: 'unannounced', notice: { ...sent, status: 'held' } }));
    expect(await say({ words: 'x' })).toMatchObject({ refused: 'not-found' });
    expect(await rate({ score: 1 })).toMatchObject({ refused: 'not-found' });
  });
});

describe('answer-complaint', () => {
  const complained = async () => {
    const open = await opened();
    await open.say({ words: '未出示证件', contact: '13800000000' });
    const complaintId = (await open.stands())?.complaints?.[0]?.complaintId ?? '';
    const answer = (principal: typeof admin, words = '已核实并致歉', more: object = {}) => {
      const params = { visitId: done.visitId, complaintId, ...more };
      return answerComplaint(open.ports, aRequest('answer-complaint', { params, body: { words }, principal, now: at }));
    };
    return { ...open, answer };
  };

  test('keeps who answered and when, and the business reads the words with its notice', async () => {
    const { ports, token, stands, answer } = await complained();
    expect(await answer(reviewer(2))).toMatchObject({ words: '已核实并致歉', answeredAt: at });
    expect((await stands())?.complaints).toMatchObject([
      { words: '未出示证件', answer: { words: '已核实并致歉', by: reviewer(2).subject, at } },
    ]);
    const baseUrl = 'https://example.com';
    const notice = await getNotice({ ...ports, baseUrl }, { params: { token }, language: 'zh-CN', now: new Date(at) });
    expect(notice).toMatchObject({ feedback: { complaints: 1, answers: [{ at, words: '已核实并致歉' }] } });
    expect(JSON.stringify(notice)).not.toMatch(/未出示证件|13800000000/);
  });
  test('stays quiet where the same was answered before, and refuses another answer', async () => {
    const { stands, answer } = await complained();
    await answer(coordinator);
    expect(await answer(admin)).toMatchObject({ answeredAt: at });
    expect(await answer(admin, '另有结论')).toMatchObject({ errors: [{ code: 'complaint-answered' }] });
    expect((await stands())?.version).toBe(3);
  });
  test('is not for a department’s own reviewers, and finds no complaint or visit that is not there', async () => {
    const { answer } = await complained();
    expect(await answer(reviewer(1))).toMatchObject({ refused: 'forbidden' });
    expect(await answer(admin, 'x', { complaintId: 'gone' })).toMatchObject({ refused: 'not-found' });
    expect(await answer(admin, 'x', { visitId: 'gone.v1' })).toMatchObject({ refused: 'not-found' });
  });
});

describe('what the business said', () => {
  const people = [admin, coordinator, reviewer(2), reviewer(3), reviewer(1), planner, inspector('fire')];

  test('is complaints for coordination and supervision, and of ratings nothing for anybody', async () => {
    const { ports, rate, say } = await opened();
    await rate({ score: 1, words: '态度差' });
    await say({ words: '收费' });
    const seen = await Promise.all(
      people.map(async (principal) => {
        const view = await getVisit(ports, aRequest('get-visit', { params: { visitId: done.visitId }, principal }));
        expect(JSON.stringify(view)).not.toMatch(/态度差|rated|complained|"rating"/);
        return 'refused' in view ? view : view.complaints?.map(({ words }) => words);
      }),
    );
    expect(seen).toEqual([['收费'], ['收费'], ['收费'], ['收费'], undefined, undefined, undefined]);
  });

  test('finds its visits for those who see it, and tells nobody else', async () => {
    const { ports, say } = await opened();
    await say({ words: '收费' });
    await ports.visits.create(aVisit({ visitId: '91330102MA2AAAAA0A-01.v2', status: 'done' }));
    const list = async (principal: typeof admin) => {
      const query = { from: '2026-12-01', complaints: 'true' };
      const page = await listVisits(ports, aRequest('list-visits', { query, principal }));
      return 'refused' in page ? page.refused : page.items.map(({ visitId }) => visitId);
    };
    expect(await list(reviewer(3))).toEqual([done.visitId]);
    for (const principal of [planner, inspector('fire'), reviewer(1)]) expect(await list(principal)).toBe('forbidden');
  });
});
