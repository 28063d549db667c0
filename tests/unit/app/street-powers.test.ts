import { describe, expect, it } from 'vitest';
import { rateDepartmentAfterVisit, rateStreetAfterVisit } from '../../../lib/app/notices/rate-after-visit.ts';
import { getRatings } from '../../../lib/app/statistics/get-ratings.ts';
import { getVisit } from '../../../lib/app/visits/get-visit.ts';
import { orderNomination } from '../../../lib/app/visits/nominate-lead.ts';
import type { Principal } from '../../../lib/domain/principal.ts';
import { foldRatings } from '../../../lib/domain/statistics/fold-ratings.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import { admin, aRequest, coordinator, planner } from '../../support/a-request.ts';
import { aDistrict, addPlan, allVisits, type District, drain, proposed, published } from '../../support/a-run.ts';

const streetCoordinator: Principal = { ...coordinator, subject: 'street-3', street: 'S03' };
const otherStreet: Principal = { ...coordinator, subject: 'street-4', street: 'S04' };

/** One announced visit of fire, which leads, and market. */
const aJointVisit = async (overrides: Partial<Visit> = {}) => {
  const ports = await aDistrict({ settings: { ratingsShownFrom: 1 } });
  await addPlan(ports, { plan: { planId: 'P1', type: 'routine' }, rows: [{ items: ['I0002'] }] });
  await addPlan(ports, {
    plan: { planId: 'P2', type: 'routine', department: 'market', items: ['I0301'] },
    rows: [{ items: ['I0301'] }],
  });
  await published(ports, await proposed(ports));
  const [visit] = allVisits(ports);
  if (!visit) throw new Error('no visit');
  const next = { ...visit, ...overrides, version: visit.version + 1 };
  await ports.visits.change(next);
  return { ports, visit: next };
};

const standing = async (ports: District, { visitId }: Visit): Promise<Visit> => {
  const visit = await ports.visits.find({ district: 'shangcheng' }, visitId);
  if (!visit) throw new Error('no visit');
  return visit;
};

const codesOf = (answer: object): unknown =>
  'errors' in answer ? (answer.errors as { code: string }[]).map(({ code }) => code) : answer;

const nominate = async (ports: District, { visitId }: Visit, department: string, principal = streetCoordinator) => {
  const body = { department, reason: '街道熟悉情况' };
  const answer = await orderNomination(
    ports,
    aRequest('nominate-lead', { params: { visitId }, body, principal, ids: ports.ids }),
  );
  await drain(ports);
  const command =
    'commandId' in answer ? await ports.commands.find({ district: 'shangcheng' }, answer.commandId) : undefined;
  return { answer, command };
};

describe('nominating the lead', () => {
  it('names the lead through the single writer, with a new version of the notice that says so', async () => {
    const { ports, visit } = await aJointVisit();
    expect(visit.lead).toBe('fire');
    const { command } = await nominate(ports, visit, 'market');
    expect(command?.status).toBe('done');
    const next = await standing(ports, visit);
    expect(next).toMatchObject({ lead: 'market', notice: { version: visit.notice.version + 1, status: 'due' } });
    expect(next.history.at(-1)).toMatchObject({ action: 'lead-nominated', by: 'street-3', reason: '街道熟悉情况' });
  });

  it('tells a business that had its notice already what changed', async () => {
    const { ports, visit } = await aJointVisit();
    const sent = { ...visit, notice: { ...visit.notice, status: 'sent' as const }, version: visit.version + 1 };
    await ports.visits.change(sent);
    await nominate(ports, sent, 'market');
    const { notice } = await standing(ports, visit);
    expect(notice.kind).toBe('changed');
    expect(notice.changes).toEqual(['街道指定牵头：market / Lead, named by the street: market']);
  });

  it.each([
    ['a department that does not attend', 'health', streetCoordinator, ['department-not-there']],
    ['the department that leads already', 'fire', streetCoordinator, ['leads-already']],
  ] as const)('is refused for %s', async (_, department, principal, codes) => {
    const { ports, visit } = await aJointVisit();
    const { command } = await nominate(ports, visit, department, principal);
    expect(command?.refusals?.map(({ code }) => code)).toEqual(codes);
    expect((await standing(ports, visit)).version).toBe(visit.version);
  });

  it('is the street’s alone, and only in the street', async () => {
    const { ports, visit } = await aJointVisit();
    expect(codesOf((await nominate(ports, visit, 'market', coordinator)).answer)).toEqual(['street-only']);
    expect((await nominate(ports, visit, 'market', otherStreet)).answer).toMatchObject({ refused: 'not-found' });
    expect(ports.commands.stored.size).toBe(0);
  });

  it('is refused once the visit has begun', async () => {
    const { ports, visit } = await aJointVisit({ status: 'under-way' });
    expect((await nominate(ports, visit, 'market')).answer).toMatchObject({ refused: 'state-conflict' });
  });
});

const rateDepartment = (ports: District, { visitId }: Visit, body: object, principal = streetCoordinator) =>
  rateDepartmentAfterVisit(ports, aRequest('rate-department', { params: { visitId }, body, principal }));
const rateStreet = (ports: District, { visitId }: Visit, body: object, principal = planner) =>
  rateStreetAfterVisit(ports, aRequest('rate-street', { params: { visitId }, body, principal }));

describe('appraising each other after a joint visit', () => {
  it('keeps what the street thinks of a department, and what a department thinks of the street', async () => {
    const { ports, visit } = await aJointVisit({ status: 'done' });
    expect(await rateDepartment(ports, visit, { department: 'fire', score: 4 })).toMatchObject({
      whom: 'fire',
      score: 4,
    });
    expect(await rateStreet(ports, visit, { score: 5, words: '配合好' })).toMatchObject({ of: 'street', whom: 'S03' });
    expect((await standing(ports, visit)).appraisals).toHaveLength(2);
  });

  it('corrects an earlier rating by the same side, and writes nothing for the same again', async () => {
    const { ports, visit } = await aJointVisit({ status: 'done' });
    await rateDepartment(ports, visit, { department: 'fire', score: 4 });
    expect(await rateDepartment(ports, visit, { department: 'fire', score: 2 })).toMatchObject({
      score: 2,
      correctedAt: expect.any(String),
    });
    const { version, appraisals } = await standing(ports, visit);
    expect(appraisals).toHaveLength(1);
    await rateDepartment(ports, visit, { department: 'fire', score: 2 });
    expect((await standing(ports, visit)).version).toBe(version);
  });

  it.each([
    ['before the visit is done', {}, 'fire', 'not-done'],
    ['for a department that was not there', { status: 'done' }, 'health', 'department-not-there'],
  ] as const)('is refused %s', async (_, overrides, department, code) => {
    const { ports, visit } = await aJointVisit(overrides);
    expect(codesOf(await rateDepartment(ports, visit, { department, score: 4 }))).toEqual([code]);
  });

  it('is refused where one department came alone', async () => {
    const { ports, visit } = await aJointVisit({ status: 'done' });
    const alone = { ...visit, attending: visit.attending.slice(0, 1), version: visit.version + 1 };
    await ports.visits.change(alone);
    expect(codesOf(await rateStreet(ports, visit, { score: 3 }))).toEqual(['not-joint']);
  });

  it('is the street’s coordinator’s, of the visit’s own street, and the department’s that came', async () => {
    const { ports, visit } = await aJointVisit({ status: 'done' });
    const body = { department: 'fire', score: 1 };
    expect(codesOf(await rateDepartment(ports, visit, body, coordinator))).toEqual(['street-only']);
    expect(await rateDepartment(ports, visit, body, otherStreet)).toMatchObject({ refused: 'not-found' });
    expect(await rateStreet(ports, visit, { score: 1 }, { ...planner, department: 'health' })).toMatchObject({
      refused: 'not-found',
    });
  });

  it('shows a single rating to its own side and to the district, and to nobody else', async () => {
    const { ports, visit } = await aJointVisit({ status: 'done' });
    await rateDepartment(ports, visit, { department: 'fire', score: 1, words: '迟到' });
    const seenBy = async (principal: Principal) => {
      const view = await getVisit(ports, aRequest('get-visit', { params: { visitId: visit.visitId }, principal }));
      return JSON.stringify(view).includes('迟到');
    };
    expect(await seenBy(streetCoordinator)).toBe(true);
    expect(await seenBy(coordinator)).toBe(true);
    expect(await seenBy(admin)).toBe(true);
    expect(await seenBy(planner)).toBe(false);
    expect(await seenBy({ ...planner, department: 'market' })).toBe(false);
  });
});

describe('what ratings come to', () => {
  const read = (ports: District, principal: Principal) =>
    getRatings(ports, aRequest('get-ratings', { query: { to: '2026-12-31' }, principal }));

  it('is told in sums, to each side its own and to the district all', async () => {
    const { ports, visit } = await aJointVisit({ status: 'done' });
    await rateDepartment(ports, visit, { department: 'fire', score: 4 });
    await rateDepartment(ports, visit, { department: 'market', score: 2 });
    await rateStreet(ports, visit, { score: 5 });
    const fire = { whom: 'fire', ratings: 1, distribution: [0, 0, 0, 1, 0], average: 4 };
    expect(await read(ports, planner)).toMatchObject({ departments: [fire], streets: [{ whom: 'S03', ratings: 1 }] });
    expect(await read(ports, { ...planner, department: 'health' })).toMatchObject({ departments: [], streets: [] });
    expect(await read(ports, otherStreet)).toMatchObject({ departments: [], streets: [] });
    expect((await read(ports, coordinator)).departments).toHaveLength(2);
  });

  it('keeps the district’s order whatever was scored, and says no more than a number below the fewest that are shown', () => {
    const given = (whom: string, score: number) => ({ of: 'department' as const, whom, from: 'S03', score });
    const visits = [{ appraisals: [given('zebra', 5), given('fire', 1), given('fire', 2), given('health', 5)] }];
    expect(foldRatings(visits, 'department', ['health', 'fire'], 2, () => true)).toEqual([
      { whom: 'health', ratings: 1 },
      { whom: 'fire', ratings: 2, distribution: [1, 1, 0, 0, 0], average: 1.5 },
      { whom: 'zebra', ratings: 1 },
    ]);
  });
});
