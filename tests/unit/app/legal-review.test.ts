import { describe, expect, it } from 'vitest';
import { escalateReviews } from '../../../lib/app/centre/escalate-reviews.ts';
import { listConsolidations } from '../../../lib/app/centre/list-consolidations.ts';
import { publishConsolidation } from '../../../lib/app/centre/publish-consolidation.ts';
import { reviewConsolidation } from '../../../lib/app/centre/review-consolidation.ts';
import { listPlanRequests } from '../../../lib/app/plans/list-plan-requests.ts';
import { publicProposals } from '../../../lib/app/publication/public-proposals.ts';
import type { Consolidation } from '../../../lib/domain/centre/consolidation.ts';
import type { ReviewRule } from '../../../lib/domain/centre/review-rules.ts';
import type { Principal } from '../../../lib/domain/principal.ts';
import { aRequest, coordinator, planner, reviewer } from '../../support/a-request.ts';
import { aDistrict, addPlan, allVisits, type District, proposed, published } from '../../support/a-run.ts';

const name = { zh: '规则', en: 'rule' };
const joint: ReviewRule = { ruleId: 'joint', name, when: { departmentsFrom: 2 }, levels: [2] };
const special: ReviewRule = { ruleId: 'special', name, when: { planTypes: ['special'] }, levels: [3] };
const shown: ReviewRule = {
  ruleId: 'shown',
  name,
  when: { planTypes: ['routine'] },
  levels: [],
  publicNoticeWorkingDays: 2,
};

/** B-01 is wanted by fire and health, B-02 by fire's special plan, B-03 by market without a notice. */
const aProposal = async (reviewRules: readonly ReviewRule[], reviewLevels: readonly (1 | 2 | 3)[] = [1]) => {
  const ports = await aDistrict({ settings: { reviewLevels, reviewRules, reviewWorkingDays: 2 } });
  await addPlan(ports, { plan: { planId: 'P1', type: 'routine' }, rows: [{ businessId: 'B-01', items: ['I0002'] }] });
  await addPlan(ports, {
    plan: { planId: 'P2', type: 'routine', department: 'health', items: ['I0201'] },
    rows: [{ businessId: 'B-01', items: ['I0201'] }],
  });
  await addPlan(ports, { plan: { planId: 'P3', type: 'special' }, rows: [{ businessId: 'B-02', items: ['I0002'] }] });
  await addPlan(ports, {
    plan: {
      planId: 'P4',
      type: 'routine',
      department: 'market',
      items: ['I0301'],
      mode: 'unannounced',
      submittedBy: 'planner-4',
    },
    rows: [{ businessId: 'B-03', items: ['I0301'] }],
  });
  const run = await proposed(ports);
  return { ports, run };
};

const codesOf = (answer: object): unknown =>
  'errors' in answer ? (answer.errors as { code: string }[]).map(({ code }) => code) : answer;

const review = (
  ports: District,
  { consolidationId }: Consolidation,
  principal: Principal,
  body: object = { decision: 'approved' },
  now = '2026-11-23T02:00:00.000Z',
) =>
  reviewConsolidation(ports, aRequest('review-consolidation', { params: { consolidationId }, body, principal, now }));

const idOf = async (ports: District, run: Consolidation, businessId: string): Promise<string> =>
  (await ports.consolidations.proposalPage(run, 0)).find((visit) => visit.businessId === businessId)?.visitId ?? '';

describe('the levels that dated rules ask for', () => {
  it('adds the levels of the rules that hold for some visit, and says how many', async () => {
    const { run } = await aProposal([joint, special]);
    expect(run.requiredLevels).toEqual([1, 2, 3]);
    expect(run.reviewNeeds).toMatchObject([
      { ruleId: 'joint', levels: [2], visits: 1 },
      { ruleId: 'special', levels: [3], visits: 1 },
    ]);
  });

  it('asks for nothing more where no visit is of the kind', async () => {
    const { run } = await aProposal([
      { ...joint, when: { departmentsFrom: 3 } },
      { ...special, when: { industries: ['bank'] } },
    ]);
    expect(run).toMatchObject({ requiredLevels: [1], reviewNeeds: [] });
  });

  it('needs every condition of a rule at once', async () => {
    const { run } = await aProposal([{ ...special, when: { planTypes: ['special'], departmentsFrom: 2 } }]);
    expect(run.requiredLevels).toEqual([1]);
  });
});

describe('four eyes', () => {
  it.each([
    ['who submitted one of its plans', { ...reviewer(1), subject: 'planner-4' }, 'own-plan'],
    ['who started it', { ...reviewer(1), subject: 'coordinator-1' }, 'own-submission'],
  ])('refuses the review of %s', async (_, principal, code) => {
    const { ports, run } = await aProposal([]);
    expect(codesOf(await review(ports, run, principal))).toEqual([code]);
    expect(await review(ports, run, reviewer(1))).toMatchObject({ status: 'approved' });
  });
});

describe('a visit taken out by a reviewer', () => {
  it('is not published, its requests go on with the reason, and the rest is published', async () => {
    const { ports, run } = await aProposal([]);
    const visitId = await idOf(ports, run, 'B-01');
    const body = { decision: 'approved', visits: [{ visitId, reason: '依据不足' }] };
    expect(await review(ports, run, reviewer(1), body)).toMatchObject({
      status: 'approved',
      rejectedVisits: [{ visitId, level: 1, reason: '依据不足' }],
    });
    await published(ports, run);
    expect(allVisits(ports).map(({ businessId }) => businessId)).toEqual(['B-02', 'B-03']);
    const request = aRequest('list-plan-requests', { params: { planId: 'P1' }, principal: planner });
    expect(await listPlanRequests(ports, request)).toMatchObject({
      items: [
        {
          disposition: 'unscheduled',
          reason: { code: 'review-rejected', text: '法制审核退回，转入下次统筹：依据不足' },
        },
      ],
    });
    const next = await proposed(ports, { title: 'next' });
    expect(next.figures?.requests).toBe(2);
  });

  it.each([
    ['a visit that the proposal does not hold', 2, 'B-09.x', 'not-found'],
    ['a visit outside the reviewer’s scope', 1, 'B-03', 'not-found'],
    ['a visit for which no rule asks this level', 2, 'B-02', 'level-not-for-visit'],
  ] as const)('is refused for %s', async (_, level, place, code) => {
    const { ports, run } = await aProposal([joint], level === 1 ? [1] : []);
    const visitId = place.length > 4 ? place : await idOf(ports, run, place);
    const body = { decision: 'approved', visits: [{ visitId, reason: 'x' }] };
    expect(codesOf(await review(ports, run, reviewer(level), body))).toEqual([code]);
  });

  it('is refused beside the rejection of the whole', async () => {
    const { ports, run } = await aProposal([]);
    const visits = [{ visitId: await idOf(ports, run, 'B-01'), reason: 'x' }];
    const body = { decision: 'rejected', comment: 'x', visits };
    expect(codesOf(await review(ports, run, reviewer(1), body))).toEqual(['visits-with-rejection']);
  });
});

describe('a proposal rejected as a whole', () => {
  const requestsOf = (ports: District) =>
    listPlanRequests(ports, aRequest('list-plan-requests', { params: { planId: 'P1' }, principal: planner }));

  it('leaves its requests waiting, and tells their planners what the reviewer said until a later run is published', async () => {
    const { ports, run } = await aProposal([]);
    await review(ports, run, reviewer(1), { decision: 'rejected', comment: '频次过高' });
    const reason = { code: 'proposal-rejected', text: '统筹方案经法制审核未通过，待下次统筹：频次过高' };
    expect(await requestsOf(ports)).toMatchObject({ items: [{ disposition: 'waiting', reason }] });
    const next = await proposed(ports, { title: 'next' });
    expect(await requestsOf(ports)).toMatchObject({ items: [{ disposition: 'waiting', reason }] });
    await review(ports, next, reviewer(1));
    await published(ports, next);
    expect(await requestsOf(ports)).toMatchObject({ items: [{ disposition: 'scheduled' }] });
  });

  it('says nothing to a plan that it did not hold', async () => {
    const { ports, run } = await aProposal([]);
    const row = { requestId: 'P9-1', businessId: 'B-01', items: ['I0002'] };
    await addPlan(ports, { plan: { planId: 'P9', type: 'routine' }, rows: [row] });
    await review(ports, run, reviewer(1), { decision: 'rejected', comment: 'x' });
    const request = aRequest('list-plan-requests', { params: { planId: 'P9' }, principal: planner });
    expect(await listPlanRequests(ports, request)).toMatchObject({ items: [{ disposition: 'waiting' }] });
    expect(JSON.stringify(await listPlanRequests(ports, request))).not.toContain('rejected');
  });
});

describe('deadlines in working days', () => {
  it('give each level its days from its own turn on', async () => {
    const { ports, run } = await aProposal([joint]);
    expect(run.turns).toMatchObject([{ level: 1, dueOn: '2026-11-25' }]);
    const friday = '2026-11-27T02:00:00.000Z';
    expect(await review(ports, run, reviewer(1), { decision: 'approved' }, friday)).toMatchObject({
      waitsFor: { for: 'reviewer', level: 2, dueOn: '2026-12-01' },
    });
  });

  it('escalate once what is overdue, and leave alone what is not', async () => {
    const { ports, run } = await aProposal([joint]);
    const own = { ...ports, ownDistrict: 'shangcheng' };
    ports.clock.set('2026-11-25T15:00:00.000Z');
    expect(await escalateReviews(own)).toEqual({ escalated: 0 });
    ports.clock.set('2026-11-26T01:00:00.000Z');
    expect(await escalateReviews(own)).toEqual({ escalated: 1 });
    expect(await escalateReviews(own)).toEqual({ escalated: 0 });
    const waiting = aRequest('list-consolidations', {
      query: { waiting: 'true' },
      principal: coordinator,
      now: '2026-11-26T01:00:00.000Z',
    });
    expect(await listConsolidations(ports, waiting)).toMatchObject({
      items: [
        { consolidationId: run.consolidationId, waitsFor: { level: 1, escalatedAt: '2026-11-26T01:00:00.000Z' } },
      ],
    });
  });

  it('let a higher level decide in place of an escalated one, and no other', async () => {
    const { ports, run } = await aProposal([joint]);
    const body = { decision: 'approved', level: 1 };
    expect(codesOf(await review(ports, run, reviewer(2), body))).toEqual(['level-not-yours']);
    ports.clock.set('2026-11-26T01:00:00.000Z');
    await escalateReviews({ ...ports, ownDistrict: 'shangcheng' });
    expect(await review(ports, run, reviewer(2), body)).toMatchObject({
      status: 'in-review',
      reviews: [{ level: 1, asLevel: 2, by: 'reviewer-2' }],
    });
    expect(await review(ports, run, reviewer(2))).toMatchObject({ status: 'approved' });
  });
});

describe('the public notice before publication', () => {
  const publish = (ports: District, { consolidationId }: Consolidation, now: string) =>
    publishConsolidation(
      ports,
      aRequest('publish-consolidation', { params: { consolidationId }, principal: coordinator, now }),
    );
  const read = (ports: District, now: string) =>
    publicProposals({ ...ports, ownDistrict: 'shangcheng' }, aRequest('public-proposals', { now }));

  it('shows announced visits by street, department and month for the days of the rule; then the plan may be published', async () => {
    const { ports, run } = await aProposal([shown]);
    expect(await read(ports, '2026-11-23T01:00:00.000Z')).toEqual({ items: [] });
    expect(await review(ports, run, reviewer(1))).toMatchObject({
      waitsFor: { for: 'public-notice', dueOn: '2026-11-25' },
    });
    expect(await read(ports, '2026-11-25T01:00:00.000Z')).toMatchObject({
      items: [{ shownUntil: '2026-11-25', visits: 2, byDepartment: { fire: 2, health: 1 }, byMonth: { '2026-12': 2 } }],
    });
    const early = await publish(ports, run, '2026-11-25T15:59:00.000Z');
    expect(early).toMatchObject({ refused: 'state-conflict', errors: [{ code: 'public-notice-open' }] });
    expect(await publish(ports, run, '2026-11-25T16:00:00.000Z')).toMatchObject({ status: 'queued' });
    expect(await read(ports, '2026-11-25T16:00:00.000Z')).toEqual({ items: [] });
  });

  it('is silent of a proposal of which it may say nothing, in its items, its length and its cursor', async () => {
    const { ports, run } = await aProposal([shown]);
    await review(ports, run, reviewer(1));
    const open = await ports.consolidations.find(run, run.consolidationId);
    if (!open?.publicNotice) throw new Error('no public notice');
    const summary = { visits: 0, byStreet: {}, byDepartment: {}, byMonth: {} };
    const silent = { ...open.publicNotice, summary };
    for (const consolidationId of ['0-before', 'z-after'])
      await ports.consolidations.create({ ...open, consolidationId, publicNotice: silent, version: 1 });
    const page = await publicProposals(
      { ...ports, ownDistrict: 'shangcheng' },
      aRequest('public-proposals', { query: { limit: 1 }, now: '2026-11-24T01:00:00.000Z' }),
    );
    expect(page).toMatchObject({ items: [{ consolidationId: run.consolidationId }] });
    expect(page).not.toHaveProperty('nextCursor');
  });

  it('never speaks of unannounced visits, nor of those that were taken out', async () => {
    const { ports, run } = await aProposal([shown]);
    const visits = [{ visitId: await idOf(ports, run, 'B-01'), reason: 'x' }];
    await review(ports, run, reviewer(1), { decision: 'approved', visits });
    const answer = await read(ports, '2026-11-24T01:00:00.000Z');
    expect(answer).toMatchObject({ items: [{ visits: 1, byDepartment: { fire: 1 } }] });
    expect(JSON.stringify(answer)).not.toContain('market');
  });

  it('begins with the proposal where nobody reviews', async () => {
    const { ports, run } = await aProposal([shown], []);
    expect(run).toMatchObject({ status: 'proposed', publicNotice: { from: '2026-11-23', until: '2026-11-25' } });
    expect(await publish(ports, run, '2026-11-24T01:00:00.000Z')).toMatchObject({ refused: 'state-conflict' });
  });
});
