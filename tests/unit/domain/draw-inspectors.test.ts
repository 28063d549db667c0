import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawInspectors, type InspectorDraw } from '../../../lib/domain/draws/draw-inspectors.ts';
import { inspectors } from '../../support/a-run.ts';

const draw = (overrides: Partial<InspectorDraw> = {}) =>
  drawInspectors({
    inspectors: inspectors('N', 6),
    businessId: 'B-01',
    busy: new Set(),
    workload: new Map(),
    size: 2,
    seed: 'C1|B-01.v1|fire',
    ...overrides,
  });
const ids = (team: ReturnType<typeof draw>) => team?.map(({ inspectorId }) => inspectorId);

describe('drawing the inspectors of a visit', () => {
  it('can be repeated by anyone from the seed, whatever order the unit lists its people in', () => {
    expect(draw({ inspectors: inspectors('N', 6).toReversed() })).toEqual(draw());
    expect(draw()).toHaveLength(2);
  });

  it('gives everyone a turn: over many seeds each is drawn about as often', () => {
    const turns = new Map<string, number>();
    for (let n = 0; n < 600; n++) {
      for (const id of ids(draw({ seed: `seed ${n}` })) ?? []) turns.set(id, (turns.get(id) ?? 0) + 1);
    }
    expect(turns.size).toBe(6);
    for (const count of turns.values()) expect(count).toBeGreaterThan(140);
  });

  it('sends those with fewer visits first', () => {
    const workload = new Map([1, 2, 3, 5].map((n) => [`N-${n}`, 1]));
    expect(ids(draw({ workload }))).toEqual(['N-4', 'N-6']);
  });

  it('never draws who is busy or has a tie to the business, and says so where too few are left', () => {
    fc.assert(
      fc.property(fc.nat(6), fc.nat(6), fc.string(), (free, tied, seed) => {
        const people = [...inspectors('N', free), ...inspectors('T', tied, ['B-01']), ...inspectors('Z', 3)];
        const team = ids(draw({ inspectors: people, busy: new Set(['Z-1', 'Z-2', 'Z-3']), seed }));
        if (free < 2) expect(team).toBeUndefined();
        else expect(team?.every((id) => id.startsWith('N-')) && new Set(team).size === 2).toBe(true);
      }),
    );
  });
});
