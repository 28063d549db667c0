import { describe, expect, it } from 'vitest';
import { dynamoDraws } from '../../../lib/adapters/dynamo/draws.ts';
import type { Draw, Member } from '../../../lib/domain/draws/draw.ts';
import { embeddedTable, freshScope } from '../../support/adapters/embedded-table.ts';
import { everyPage } from '../../support/adapters/pages.ts';
import { fakeDraws } from '../../support/fakes/draws.ts';

const engine = embeddedTable();

const aDraw = (overrides: Partial<Draw> = {}): Draw => ({
  drawId: 'D1',
  district: 'shangcheng',
  department: 'fire',
  title: '抽查',
  mode: 'announced',
  rule: { industry: 'hotel', ratio: 0.1 },
  visitedWithinDays: 0,
  members: 0,
  excluded: { exempt: 0, 'visited-lately': 0 },
  seed: 's',
  populationHash: 'a',
  seedCommitment: 'b',
  commitment: 'c',
  status: 'committed',
  committedAt: '2026-11-23T01:00:00.000Z',
  pages: 0,
  history: [],
  version: 1,
  ...overrides,
});

const membersOf = (count: number): readonly Member[] =>
  Array.from({ length: count }, (_, n) => ({
    businessId: `B-${String(n).padStart(5, '0')}`,
    creditGrade: 'A' as const,
  }));

describe.each([
  ['in memory', fakeDraws],
  ['in DynamoDB', () => dynamoDraws(engine.table)],
])('draws %s', (_, make) => {
  it('keeps a population of several pages in order, as many pages as the header counts', async () => {
    const draws = make();
    const scope = freshScope();
    const members = membersOf(2500);
    const pages = await draws.writeMembers(scope, 'D1', members);
    const draw = aDraw({ ...scope, pages });
    await draws.create(draw);
    expect(await draws.members(draw)).toEqual(members);
  });

  it('changes a draw only over the version before, and knows a repeat of its own write', async () => {
    const draws = make();
    const scope = freshScope();
    const draw = aDraw(scope);
    expect(await draws.create(draw)).toBe('stored');
    expect(await draws.create(draw)).toBe('stored');
    const drawn = { ...draw, status: 'drawn' as const, version: 2 };
    expect(await draws.change(drawn)).toBe('stored');
    expect(await draws.change({ ...draw, title: 'another', version: 2 })).toBe('conflict');
    expect(await draws.find(scope, 'D1')).toEqual(drawn);
  });

  it('lists newest first, to a department its own, and finds nothing of another department or district', async () => {
    const draws = make();
    const scope = freshScope();
    for (const n of [1, 2, 3, 4, 5]) {
      await draws.create(aDraw({ ...scope, drawId: `D${n}`, department: n % 2 ? 'fire' : 'health' }));
    }
    const ids = async (department?: string) =>
      (await everyPage((cursor) => draws.list({ ...scope, department }, { limit: 2, cursor })))
        .flat()
        .map(({ drawId }) => drawId);
    expect(await ids()).toEqual(['D5', 'D4', 'D3', 'D2', 'D1']);
    expect(await ids('fire')).toEqual(['D5', 'D3', 'D1']);
    expect(await draws.find({ ...scope, department: 'health' }, 'D1')).toBeUndefined();
    expect(await draws.find(freshScope(), 'D1')).toBeUndefined();
  });
});
