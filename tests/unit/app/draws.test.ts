import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitDraw } from '../../../lib/app/draws/commit-draw.ts';
import { getDraw, listDraws } from '../../../lib/app/draws/get-draw.ts';
import { performOwnDraw } from '../../../lib/app/draws/perform-draw.ts';
import { publicDraw, publicDraws } from '../../../lib/app/draws/public-draws.ts';
import { publicInspectorDraws } from '../../../lib/app/draws/public-inspector-draws.ts';
import { repeatDraw } from '../../../lib/app/draws/repeat-draw.ts';
import { repeatInspectorDraws } from '../../../lib/app/draws/repeat-inspector-draws.ts';
import { submitPlan } from '../../../lib/app/plans/submit-plan.ts';
import { sha256 } from '../../../lib/app/sha256.ts';
import { commitmentOf, drawMembers, type Member, populationHash } from '../../../lib/domain/draws/draw.ts';
import type { PublishedDraw } from '../../../lib/domain/draws/verify-draw.ts';
import { aBusiness } from '../../support/a-plan.ts';
import { admin, aRequest, planner } from '../../support/a-request.ts';
import { aDistrict, addPlan, allVisits, type District, proposed, published } from '../../support/a-run.ts';
import { repeatBusinesses, repeatInspectors } from '../../support/draws/repeat-by-the-book.mjs';

const grades = ['A', 'A', 'A', 'A', 'B', 'B', 'D', 'D'] as const;
const places = grades.map((creditGrade, n) => aBusiness({ businessId: `B-0${n + 1}`, industry: 'hotel', creditGrade }));
const body = { title: '宾馆抽查', rule: { industry: 'hotel', ratio: 0.5 } };

const aDrawnDistrict = () => aDistrict({ businesses: places });

const commit = async (ports: District, more: object = {}) => {
  const answer = await commitDraw(ports, aRequest('commit-draw', { body: { ...body, ...more }, ids: ports.ids }));
  if (!('drawId' in answer)) throw new Error(JSON.stringify(answer));
  return answer;
};
const perform = (ports: District, drawId: string, principal = planner) =>
  performOwnDraw(ports, aRequest('perform-draw', { params: { drawId }, principal, now: '2026-11-23T02:00:00.000Z' }));
const read = (ports: District, drawId: string, now = '2026-11-23T03:00:00.000Z') =>
  publicDraw({ ...ports, ownDistrict: 'shangcheng' }, aRequest('public-draw', { params: { drawId }, now }));
const fileOf = async (ports: District, drawId: string) => {
  const view = await read(ports, drawId);
  if (!('file' in view) || !view.file) throw new Error('no file');
  return view.file;
};
const codesOf = (answer: object): unknown =>
  'errors' in answer ? (answer.errors as { code: string }[]).map(({ code }) => code) : answer;

describe('fixing a draw', () => {
  it('makes population, rule and seed public as hashes, and keeps the seed to itself', async () => {
    const ports = await aDrawnDistrict();
    const fixed = await commit(ports);
    expect(fixed).toMatchObject({ status: 'committed', population: 8, seedCommitment: sha256('seed-0001') });
    const everything = JSON.stringify([
      fixed,
      await read(ports, fixed.drawId),
      await getDraw(ports, aRequest('get-draw', { params: { drawId: fixed.drawId }, principal: admin })),
      await listDraws(ports, aRequest('list-draws', { principal: admin })),
      await publicDraws({ ...ports, ownDistrict: 'shangcheng' }, aRequest('public-draws', {})),
    ]);
    expect(everything).toContain(fixed.commitment);
    expect(everything).not.toContain('seed-0001');
  });

  it('names and counts who is out of it: exempt by name, and visited lately', async () => {
    const ports = await aDrawnDistrict();
    await addPlan(ports, { rows: [{ businessId: 'B-02', items: ['I0002'] }] });
    await published(ports, await proposed(ports));
    const [visit] = allVisits(ports);
    if (visit) await ports.visits.change({ ...visit, day: '2026-11-20', status: 'done', version: visit.version + 1 });
    const exempt = [{ businessId: 'B-01', reason: '信用承诺' }];
    const { drawId, excluded } = await commit(ports, { visitedWithinDays: 30, exempt });
    expect(excluded).toEqual({ exempt: 1, 'visited-lately': 1 });
    await perform(ports, drawId);
    const file = await fileOf(ports, drawId);
    expect(file.strata[0]).toEqual({ grade: 'A', population: 4, excluded: 2, drawn: 1 });
    expect(file.drawn).not.toContain('B-01');
    expect(file.drawn).not.toContain('B-02');
    expect(repeatBusinesses(file)).toEqual([]);
  });

  it.each([
    ['an industry with nobody in it', { rule: { industry: 'bank', ratio: 1 } }, ['draw-empty']],
    ['an exemption of a stranger', { exempt: [{ businessId: 'B-99', reason: 'x' }] }, ['not-in-population']],
    ['an opening in the past', { mode: 'unannounced', openFrom: '2026-11-23' }, ['time-past']],
  ])('refuses %s', async (_, more, codes) => {
    const ports = await aDrawnDistrict();
    const answer = await commitDraw(ports, aRequest('commit-draw', { body: { ...body, ...more } }));
    expect(codesOf(answer)).toEqual(codes);
    expect(ports.draws.stored.size).toBe(0);
  });
});

describe('drawing', () => {
  it('publishes the seed and draws a share of each credit grade, once', async () => {
    const ports = await aDrawnDistrict();
    const { drawId } = await commit(ports);
    const first = await perform(ports, drawId);
    expect(first).toMatchObject({
      status: 'drawn',
      seed: 'seed-0001',
      strata: [{ drawn: 2 }, { drawn: 1 }, { drawn: 0 }, { drawn: 1 }],
    });
    expect(await perform(ports, drawId)).toEqual(first);
  });

  it('is for the department that fixed it', async () => {
    const ports = await aDrawnDistrict();
    const { drawId } = await commit(ports);
    expect(await perform(ports, drawId, { ...planner, department: 'health' })).toMatchObject({ refused: 'not-found' });
  });

  it('gives a plan its businesses', async () => {
    const ports = await aDrawnDistrict();
    const { drawId } = await commit(ports);
    const plan = {
      title: '抽查',
      type: 'routine',
      mode: 'announced',
      items: ['I0002'],
      window: { notBefore: '2026-12-01', due: '2026-12-31' },
      legalBasis: 'x',
      approval: { by: 'x' },
      drawId,
    };
    const submit = (more: object = {}) =>
      submitPlan(ports, aRequest('submit-plan', { body: { ...plan, ...more }, ids: ports.ids }));
    expect(codesOf(await submit())).toEqual(['draw-not-drawn']);
    await perform(ports, drawId);
    expect(codesOf(await submit({ mode: 'unannounced' }))).toEqual(['draw-mode']);
    expect(codesOf(await submit({ drawId: 'nobody' }))).toEqual(['not-found']);
    expect(await submit()).toMatchObject({ requests: 4, draw: { drawId, seed: 'seed-0001', population: 8, drawn: 4 } });
  });
});

describe('an unannounced draw', () => {
  const secret = { mode: 'unannounced', openFrom: '2027-01-05' };

  it('tells nothing but its commitment before it opens, and is in no public list', async () => {
    const ports = await aDrawnDistrict();
    const { drawId, commitment } = await commit(ports, secret);
    await perform(ports, drawId);
    const before = await read(ports, drawId, '2027-01-04T10:00:00.000Z');
    expect(Object.keys(JSON.parse(JSON.stringify(before))).sort()).toEqual([
      'commitment',
      'committedAt',
      'drawId',
      'openFrom',
      'status',
    ]);
    const own = { ...ports, ownDistrict: 'shangcheng' };
    expect(await publicDraws(own, aRequest('public-draws', { now: '2027-01-04T10:00:00.000Z' }))).toEqual({
      items: [],
    });
    expect(await read(ports, drawId, '2027-01-05T01:00:00.000Z')).toMatchObject({ commitment, file: { drawId } });
  });

  it('shortens no page of the public list and leads to no further one', async () => {
    const ports = await aDrawnDistrict();
    const drawIds: string[] = [];
    for (const more of [secret, {}, secret, {}, secret, secret]) drawIds.push((await commit(ports, more)).drawId);
    const own = { ...ports, ownDistrict: 'shangcheng' };
    const read = async (query: object) => {
      const page = await publicDraws(own, aRequest('public-draws', { query, now: '2027-01-04T10:00:00.000Z' }));
      if ('refused' in page) throw new Error(page.refused);
      return page;
    };
    const first = await read({ limit: 1 });
    expect(first.items.map(({ drawId }) => drawId)).toEqual([drawIds[3]]);
    expect(Buffer.from(first.nextCursor ?? '', 'base64url').toString()).toContain(drawIds[3]);
    const second = await read({ limit: 1, cursor: first.nextCursor });
    expect(second).toMatchObject({ items: [{ drawId: drawIds[1] }] });
    expect(second.nextCursor).toBeUndefined();
    expect((await read({ limit: 2 })).nextCursor).toBeUndefined();
  });

  it('serves no plan whose visits could come after it opens', async () => {
    const ports = await aDrawnDistrict();
    const { drawId } = await commit(ports, { mode: 'unannounced', openFrom: '2026-12-31' });
    await perform(ports, drawId);
    const plan = {
      title: '抽查',
      type: 'routine',
      mode: 'unannounced',
      items: ['I0002'],
      window: { notBefore: '2026-12-01', due: '2026-12-31' },
      legalBasis: 'x',
      approval: { by: 'x' },
      drawId,
    };
    expect(codesOf(await submitPlan(ports, aRequest('submit-plan', { body: plan })))).toEqual(['draw-opens-early']);
  });
});

describe('repeating a draw by the documentation alone', () => {
  const population = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 30 }).chain((ids) =>
    fc.tuple(
      ...ids.map((businessId) =>
        fc
          .record({
            creditGrade: fc.constantFrom('A', 'B', 'C', 'D'),
            excluded: fc.constantFrom(undefined, undefined, 'exempt', 'visited-lately'),
          })
          .map(
            ({ excluded, creditGrade }): Member =>
              ({ businessId, creditGrade, ...(excluded && { excluded }) }) as Member,
          ),
      ),
    ),
  );
  const share = fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100);
  const rule = fc.oneof(
    share.map((ratio) => ({ industry: 'hotel', ratio })),
    fc.integer({ min: 1, max: 20 }).map((count) => ({ industry: 'hotel', street: 'S03', count })),
    fc.record({ A: share, D: share }).map((byGrade) => ({ industry: 'hotel', byGrade })),
  );
  const aPublishedDraw = fc
    .tuple(population, rule, fc.string({ minLength: 1 }))
    .map(([members, drawRule, seed]): PublishedDraw => {
      const fixed = {
        drawId: 'D1',
        committedAt: '2026-11-23T01:00:00.000Z',
        rule: drawRule,
        populationHash: populationHash(members, sha256),
        seedCommitment: sha256(seed),
      };
      const result = drawMembers(members, drawRule, seed, sha256);
      const commitment = commitmentOf(fixed, sha256);
      return { ...fixed, ...result, commitment, seed, population: members, drawnAt: '2026-11-23T02:00:00.000Z' };
    });

  it('arrives at the same businesses, whatever the population, the rule and the seed', () => {
    fc.assert(
      fc.property(aPublishedDraw, (file) => {
        expect([repeatBusinesses(file), repeatDraw(file).faults]).toEqual([[], []]);
      }),
    );
  });

  it('finds the same fault in a file that was tampered with as the product does', () => {
    const tampers = [
      (file: PublishedDraw) => ({ ...file, seed: `${file.seed}x` }),
      (file: PublishedDraw) => ({ ...file, drawn: [...file.drawn, 'somebody'] }),
      (file: PublishedDraw) => ({
        ...file,
        population: [...file.population, { businessId: 'zz-late', creditGrade: 'A' as const }],
      }),
      (file: PublishedDraw) => ({ ...file, commitment: sha256('other') }),
      (file: PublishedDraw) => ({ ...file, drawnAt: '2026-11-22T00:00:00.000Z' }),
      (file: PublishedDraw) => ({ ...file, rule: { ...file.rule, street: 'S09' } }),
      (file: PublishedDraw) => ({
        ...file,
        strata: file.strata.map((one) => ({ ...one, excluded: one.excluded + 1 })),
      }),
    ];
    fc.assert(
      fc.property(aPublishedDraw, fc.constantFrom(...tampers), (file, tamper) => {
        const faults = repeatDraw(tamper(file)).faults;
        expect(faults).not.toEqual([]);
        expect(repeatBusinesses(tamper(file))).toEqual(faults);
      }),
    );
  });
});

describe('draws of inspectors', () => {
  const aPublication = async () => {
    const ports = await aDistrict();
    await addPlan(ports, {
      plan: { planId: 'P1', type: 'routine' },
      rows: ['B-01', 'B-02'].map((businessId) => ({ businessId, items: ['I0002'] })),
    });
    await addPlan(ports, {
      plan: { planId: 'P2', type: 'routine', department: 'market', items: ['I0301'], mode: 'unannounced' },
      rows: [{ businessId: 'B-03', items: ['I0301'] }],
    });
    return { ports, run: await proposed(ports) };
  };
  const readTeams = (ports: District, consolidationId: string) =>
    publicInspectorDraws(
      { ...ports, ownDistrict: 'shangcheng' },
      aRequest('public-inspector-draws', { params: { consolidationId } }),
    );

  it('tell the hash of the seed before the publication, and the seed with the teams after it', async () => {
    const { ports, run } = await aPublication();
    const before = await readTeams(ports, run.consolidationId);
    expect(before).toMatchObject({ seedCommitment: sha256('seed-0001') });
    expect(JSON.stringify(before)).not.toContain('seed-0001');
    await published(ports, run);
    const after = await readTeams(ports, run.consolidationId);
    if (!('file' in after) || !after.file) throw new Error('no file');
    expect(after.file.draws).toHaveLength(2);
    expect(repeatInspectorDraws(after.file)).toEqual([]);
    expect(repeatInspectors(after.file)).toEqual([]);
    const teams = allVisits(ports).flatMap(({ visitId, attending }) =>
      attending.map(({ team }) => [visitId, team.map(({ inspectorId }) => inspectorId)]),
    );
    for (const { visitId, drawn } of after.file.draws) expect(teams).toContainEqual([visitId, drawn]);
  });

  it('leave unannounced visits out until they are done', async () => {
    const { ports, run } = await aPublication();
    await published(ports, run);
    expect(JSON.stringify(await readTeams(ports, run.consolidationId))).not.toContain('B-03');
    const hidden = allVisits(ports).find(({ businessId }) => businessId === 'B-03');
    if (hidden) await ports.visits.change({ ...hidden, status: 'done', version: hidden.version + 1 });
    expect(JSON.stringify(await readTeams(ports, run.consolidationId))).toContain('B-03');
  });

  it('do not come out where a team, the free or the seed were changed', async () => {
    const { ports, run } = await aPublication();
    await published(ports, run);
    const view = await readTeams(ports, run.consolidationId);
    if (!('file' in view) || !view.file) throw new Error('no file');
    const { file } = view;
    const [first, ...rest] = file.draws;
    if (!first) throw new Error('no draw');
    for (const draws of [
      [{ ...first, drawn: first.free.filter((one) => !first.drawn.includes(one)).slice(0, 2) }, ...rest],
      [{ ...first, free: first.free.toReversed() }, ...rest],
    ]) {
      expect(repeatInspectorDraws({ ...file, draws })).toHaveLength(1);
      expect(repeatInspectors({ ...file, draws })).toHaveLength(1);
    }
    expect(repeatInspectorDraws({ ...file, seed: 'other' })).toContain('seed');
  });
});

describe('npx inspect-once verify-draw', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'draws-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const run = async (args: readonly string[]) => {
    const command = join(import.meta.dirname, '../../../infra/commands/inspect-once.ts');
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [command, ...args]);
      return { code: 0, stdout };
    } catch (fault) {
      return fault as { code: number; stderr: string };
    }
  };
  const saved = async (name: string, content: unknown) => {
    const path = join(folder, name);
    await writeFile(path, JSON.stringify(content));
    return path;
  };

  it('ends with 0 for a draw that comes out, 1 for one that was tampered with, 2 for anything else', async () => {
    const ports = await aDrawnDistrict();
    const { drawId } = await commit(ports);
    await perform(ports, drawId);
    const view = await read(ports, drawId);
    const file = await fileOf(ports, drawId);
    expect(await run(['verify-draw', await saved('answer.json', view)])).toMatchObject({ code: 0 });
    const tampered = await saved('tampered.json', { ...file, drawn: file.drawn.slice(1) });
    expect(await run(['verify-draw', tampered])).toMatchObject({ code: 1, stderr: expect.stringContaining('drawn') });
    expect(await run(['verify-draw', await saved('other.json', {})])).toMatchObject({ code: 2 });
    expect(await run(['no-such-command'])).toMatchObject({ code: 2 });
    expect(await run(['verify-draw', '--help'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('exit codes'),
    });
  });
});
