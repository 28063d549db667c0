import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getRecord } from '../../../lib/app/record/get-record.ts';
import { sha256 } from '../../../lib/app/sha256.ts';
import { canonical, chainHistory } from '../../../lib/domain/chain-history.ts';
import type { HistoryEntry } from '../../../lib/domain/plans/plan.ts';
import type { Principal } from '../../../lib/domain/principal.ts';
import type { RecordChain } from '../../../lib/domain/record/record.ts';
import { chainFaults as faultsOf, firstLost } from '../../../lib/domain/record/verify-record.ts';
import { isRefusal } from '../../../lib/domain/refusal.ts';
import { admin, aRequest, inspector, planner } from '../../support/a-request.ts';
import { fakeRecords } from '../../support/fakes/recorded.ts';

const chainFaults = (chain: RecordChain) => faultsOf(chain, sha256);

const entries = fc.array(
  fc.record(
    {
      at: fc.constantFrom('2026-12-31T15:59:59.999Z', '2027-01-01T00:00:00.000Z'),
      by: fc.string(),
      action: fc.string(),
      reason: fc.string(),
    },
    { requiredKeys: ['at', 'by', 'action'] },
  ),
  { minLength: 1, maxLength: 8 },
);

const aChain = (history: readonly HistoryEntry[], record = 'D#d V#1'): RecordChain => {
  const hashes = chainHistory(record, history, sha256);
  return {
    kind: 'visit',
    id: '1',
    record,
    head: hashes.at(-1),
    entries: history.map((entry, at) => ({ ...entry, hash: hashes[at] })),
  };
};

describe('a chain', () => {
  it('holds as it was written', () => {
    fc.assert(fc.property(entries, (history) => void expect(chainFaults(aChain(history))).toEqual([])));
  });

  it('names the very entry that was changed', () => {
    const changed = fc.tuple(entries, fc.nat(), fc.string({ minLength: 1 }));
    fc.assert(
      fc.property(changed, ([history, place, more]) => {
        const chain = aChain(history);
        const at = place % history.length;
        const forged = chain.entries.map((entry, n) =>
          n === at && !entry.withheld ? { ...entry, action: `${entry.action}${more}` } : entry,
        );
        expect(chainFaults({ ...chain, entries: forged })).toEqual([{ entry: at + 1, fault: 'altered' }]);
      }),
    );
  });

  it('names the place from which an entry is missing', () => {
    fc.assert(
      fc.property(entries, fc.nat(), (history, place) => {
        const chain = aChain(history);
        const at = place % history.length;
        const faults = chainFaults({ ...chain, entries: chain.entries.toSpliced(at, 1) });
        const fault = at === history.length - 1 ? 'cut-short' : 'altered';
        expect(faults).toEqual([{ entry: at + 1, fault }]);
      }),
    );
  });

  it('does not hold under another record’s name', () => {
    const chain = aChain([{ at: '2026-12-01T00:00:00.000Z', by: 'a', action: 'b' }]);
    expect(chainFaults({ ...chain, record: 'D#d V#2' })).toEqual([{ entry: 1, fault: 'altered' }]);
  });

  it('says where an entry carries no hash', () => {
    const chain = aChain([{ at: '2026-12-01T00:00:00.000Z', by: 'a', action: 'b' }]);
    const [first] = chain.entries;
    expect(chainFaults({ ...chain, entries: [{ ...first, hash: undefined } as never] })).toEqual([
      { entry: 1, fault: 'no-hash' },
    ]);
  });

  it('made anew from end to end is told by an earlier export', () => {
    const [a, b] = ['a', 'b'].map((action) => ({ at: '2026-12-01T00:00:00.000Z', by: 'x', action }));
    if (!a || !b) throw new Error('two entries');
    const earlier = aChain([a, b]);
    expect(firstLost(earlier, aChain([a, b, a]))).toBeUndefined();
    const anew = aChain([a, { ...b, by: 'y' }, a]);
    expect(chainFaults(anew)).toEqual([]);
    expect(firstLost(earlier, anew)).toBe(2);
    expect(firstLost(earlier, aChain([a]))).toBe(2);
  });
});

describe('the canonical text', () => {
  it('is the same whatever the order of members, and after a journey as JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonical(turned)).toBe(canonical(value));
        expect(canonical(JSON.parse(JSON.stringify(value)))).toBe(canonical(value));
      }),
    );
  });

  it('has no members that are undefined, and keeps what differs apart', () => {
    expect(canonical({ b: 1, a: undefined })).toBe('{"b":1}');
    expect(canonical(['a', 'b'])).not.toBe(canonical(['b', 'a']));
    expect(canonical({ a: '1' })).not.toBe(canonical({ a: 1 }));
  });
});

describe('get-record', () => {
  const ref = { kind: 'visit', id: 'B1.v1' } as const;
  const plan = { kind: 'plan', id: 'P1' } as const;
  const at = '2026-12-01T00:00:00.000Z';
  const history = ['published', 'rated', 'complained', 'done'].map((action) => ({ at, by: 'x', action }));
  const kept = () => {
    const records = fakeRecords();
    records.keep(ref, { district: admin.district, history, related: [plan, { kind: 'plan', id: 'elsewhere' }] });
    records.keep(plan, { district: admin.district, history: [{ at, by: 'planner-1', action: 'submitted' }] });
    return records;
  };
  const read = async (principal: Principal, records = kept()) => {
    const answer = await getRecord({ records }, aRequest('get-record', { params: ref, principal }));
    if (isRefusal(answer)) throw new Error(answer.refused);
    return answer;
  };

  it('shows the record and what led to it, of that what the reader may see', async () => {
    const { chains, exportedBy } = await read(admin);
    expect(chains.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['visit B1.v1', 'plan P1']);
    expect(exportedBy).toBe(admin.subject);
  });

  it('withholds ratings from everyone and complaints from who may not see them, and its chain still holds', async () => {
    const shown = async (principal: Principal) =>
      (await read(principal)).chains[0]?.entries.map((entry) => (entry.withheld ? '-' : entry.action));
    expect(await shown(admin)).toEqual(['published', '-', 'complained', 'done']);
    expect(await shown(inspector('fire'))).toEqual(['published', '-', '-', 'done']);
    expect(await shown(planner)).toEqual(['published', '-', '-', 'done']);
    const [chain] = (await read(inspector('fire'))).chains;
    expect(chain && chainFaults(chain as RecordChain)).toEqual([]);
  });

  it('says where the chain is broken, also in what it withholds', async () => {
    const records = fakeRecords();
    records.keep(ref, { district: admin.district, history }, (stored) => ({
      ...stored,
      history: stored.history.map((entry, n) => (n === 1 ? { ...entry, at: '2026-12-02T00:00:00.000Z' } : entry)),
    }));
    expect((await read(inspector('fire'), records)).chains[0]?.faults).toEqual([{ entry: 2, fault: 'altered' }]);
  });

  it('does not find a record of another district', async () => {
    const request = aRequest('get-record', { params: ref, principal: { ...admin, district: 'elsewhere' } });
    expect(await getRecord({ records: kept() }, request)).toMatchObject({ refused: 'not-found' });
  });
});
