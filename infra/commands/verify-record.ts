import { parseArgs } from 'node:util';
import { chainFaults, firstLost } from '../../lib/app/verify-record.ts';
import type { RecordChain } from '../../lib/domain/record.ts';
import { readRecordFile, UnusableRecord } from './record/record-file.ts';

const usage = 'usage: npm run verify-record -- record.json [--against earlier-export.json]';

const meanings = {
  altered: 'is not what was written after the entry before it: it was changed, or entries before it are missing',
  'no-hash': 'has no hash: it was not written by the product',
  'cut-short': 'is missing: the chain ends before its head',
} as const;

const nameOf = ({ kind, id }: RecordChain): string => `${kind} ${id}`;

const faultsOf = (chain: RecordChain, earlier: readonly RecordChain[]): readonly string[] => {
  const before = earlier.find(({ record }) => record === chain.record);
  const lost = before && firstLost(before, chain);
  return [
    ...chainFaults(chain).map(({ entry, fault }) => `${nameOf(chain)}: entry ${entry} ${meanings[fault]}`),
    ...(lost === undefined ? [] : [`${nameOf(chain)}: entry ${lost} is not the one of the earlier export`]),
  ];
};

/** 0 where every chain holds, 1 where one is broken, 2 where the file is no record. */
const run = (): number => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { against: { type: 'string' } } });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UnusableRecord(usage);
  const chains = readRecordFile(file);
  const earlier = values.against === undefined ? [] : readRecordFile(values.against);
  const faults = chains.flatMap((chain) => faultsOf(chain, earlier));
  for (const fault of faults) console.error(fault);
  for (const chain of chains) {
    const withheld = chain.entries.filter((entry) => entry.withheld).length;
    console.log(JSON.stringify({ record: nameOf(chain), entries: chain.entries.length, withheld, head: chain.head }));
  }
  return faults.length > 0 ? 1 : 0;
};

try {
  process.exitCode = run();
} catch (fault) {
  const isUse = fault instanceof UnusableRecord || (fault instanceof TypeError && 'code' in fault);
  if (!isUse) throw fault;
  console.error(fault.message);
  process.exitCode = 2;
}
