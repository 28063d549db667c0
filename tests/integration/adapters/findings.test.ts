import { describe, expect, it } from 'vitest';
import { dynamoFindings } from '../../../lib/adapters/dynamo/findings.ts';
import type { Finding } from '../../../lib/domain/findings/finding.ts';
import { aFinding } from '../../support/a-finding.ts';
import { embeddedTable, freshScope } from '../../support/adapters/embedded-table.ts';
import { collect, everyPage, pageThat } from '../../support/adapters/pages.ts';
import { fakeFindings } from '../../support/fakes/findings.ts';

const engine = embeddedTable();

/** The n-th finding of the second half of December, at a business of its own. */
const numbered = (n: number, overrides: Partial<Finding> = {}): Finding => {
  const businessId = `B${String(n).padStart(3, '0')}`;
  const dueOn = `2026-12-${10 + n}`;
  return aFinding({
    findingId: `${businessId}.f`,
    businessId,
    visitId: `${businessId}.v`,
    clocks: [{ kind: 'correct', deadline: { dueOn } }],
    ...overrides,
  });
};
const idsOf = (findings: readonly Finding[]) => findings.map(({ businessId }) => businessId);

describe.each([
  ['in memory', () => fakeFindings()],
  ['in DynamoDB', () => dynamoFindings(engine.table)],
])('findings %s', (_, make) => {
  it('are created once: whoever comes second meets a conflict, even with the same finding', async () => {
    const findings = make();
    const finding = aFinding(freshScope());
    expect(await findings.create(finding)).toBe('stored');
    expect(await findings.create(finding)).toBe('conflict');
    expect(await findings.find(finding, finding.findingId)).toEqual(finding);
  });

  it('take no id that does not begin with their business', async () => {
    await expect(make().create(aFinding({ ...freshScope(), findingId: 'f1' }))).rejects.toThrow('does not begin');
  });

  it('change over the version before, and let one of twenty racing changes through', async () => {
    const findings = make();
    const finding = aFinding(freshScope());
    await findings.create(finding);
    const racers = Array.from({ length: 20 }, (_racer, n) => ({ ...finding, suggested: `s${n}`, version: 2 }));
    const outcomes = await Promise.all(racers.map((racer) => findings.change(racer)));
    expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
    expect(await findings.find(finding, finding.findingId)).toEqual(racers[outcomes.indexOf('stored')]);
  });

  it('are seen by the department that found them, those whose check it was too, their unit and street, and nobody else', async () => {
    const findings = make();
    const scope = freshScope();
    const finding = aFinding(scope);
    await findings.create(finding);
    const seen = async (narrow: object) => {
      const narrowed = { ...scope, ...narrow };
      const found = (await findings.find(narrowed, finding.findingId)) !== undefined;
      const { items } = await pageThat(findings.list(narrowed, { limit: 5 }));
      const atBusiness = await findings.ofBusiness(narrowed, finding.businessId);
      expect([items.length > 0, atBusiness.length > 0]).toEqual([found, found]);
      return found;
    };
    expect(await seen({ department: 'fire' })).toBe(true);
    expect(await seen({ department: 'health' })).toBe(true);
    expect(await seen({ unit: 'fire' })).toBe(true);
    expect(await seen({ street: 'S03' })).toBe(true);
    expect(await seen({ department: 'ecology' })).toBe(false);
    expect(await seen({ unit: 'fire-S03' })).toBe(false);
    expect(await seen({ street: 'S01' })).toBe(false);
    expect(await findings.find(freshScope(), finding.findingId)).toBeUndefined();
    expect(await findings.find(scope, 'made-up')).toBeUndefined();
  });

  it('are listed by their next deadline with what is closed behind, in pages that lose and repeat none', async () => {
    const findings = make();
    const scope = freshScope();
    const closed = { status: 'closed', clocks: [] } as const;
    for (const n of [3, 1, 2]) await findings.create(numbered(n, scope));
    await findings.create(numbered(4, { ...scope, ...closed, foundOn: '2026-12-02' }));
    await findings.create(numbered(5, { ...scope, ...closed, foundOn: '2026-12-01' }));
    const verify = { kind: 'verify', deadline: { dueOn: '2026-12-24' } } as const;
    await findings.create(numbered(6, { ...scope, clocks: [...numbered(1).clocks, verify] }));
    const all = await everyPage((cursor) => findings.list(scope, { limit: 2, ...(cursor ? { cursor } : {}) }));
    expect(idsOf(all.flat())).toEqual(['B001', 'B006', 'B002', 'B003', 'B005', 'B004']);
    expect(idsOf((await collect(findings.pages(scope, 'unclosed'))).flat())).toEqual(['B001', 'B006', 'B002', 'B003']);
    expect((await collect(findings.pages(scope, 'all'))).flat()).toHaveLength(6);
  });

  it('move within the list as their deadlines do, and out of it once closed', async () => {
    const findings = make();
    const scope = freshScope();
    for (const n of [1, 2]) await findings.create(numbered(n, scope));
    const later = [{ kind: 'verify', deadline: { dueOn: '2026-12-31' } }] as const;
    await findings.change(numbered(1, { ...scope, status: 'answered', clocks: later, version: 2 }));
    const unclosed = async () => idsOf((await pageThat(findings.list(scope, { limit: 5, status: 'unclosed' }))).items);
    expect(await unclosed()).toEqual(['B002', 'B001']);
    await findings.change(numbered(1, { ...scope, status: 'closed', clocks: [], version: 3 }));
    expect(await unclosed()).toEqual(['B002']);
  });

  it('are found by state, unit, deadline, business, visit and disposition', async () => {
    const findings = make();
    const scope = freshScope();
    const decided = { decidedAt: '2026-12-10T01:00:00.000Z', decidedBy: 'i', reason: '限期整改' };
    await findings.create(numbered(1, scope));
    await findings.create(numbered(2, { ...scope, status: 'answered', unitId: 'health', department: 'health' }));
    await findings.create(
      numbered(3, {
        ...scope,
        status: 'closed',
        clocks: [],
        disposition: { kind: 'rectification', workingDays: 5, ...decided },
      }),
    );
    const found = async (filter: object) =>
      idsOf((await pageThat(findings.list(scope, { limit: 5, ...filter }))).items);
    expect(await found({ status: 'answered' })).toEqual(['B002']);
    expect(await found({ status: 'closed' })).toEqual(['B003']);
    expect(await found({ unit: 'health' })).toEqual(['B002']);
    expect(await found({ overdueOn: '2026-12-12' })).toEqual(['B001']);
    expect(await found({ overdueOn: '2026-12-11' })).toEqual([]);
    expect(await found({ dueBy: '2026-12-12' })).toEqual(['B001', 'B002']);
    expect(await found({ businessId: 'B002' })).toEqual(['B002']);
    expect(await found({ visitId: 'B001.v' })).toEqual(['B001']);
    expect(await found({ visitId: 'B001.other' })).toEqual([]);
    expect(await found({ disposition: 'rectification' })).toEqual(['B003']);
    expect(await found({ disposition: 'none' })).toEqual(['B001', 'B002']);
    expect(await found({ foundTo: '2026-12-08' })).toEqual([]);
  });
});
