import { hash } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { RecordChain } from '../../../lib/domain/record/record.ts';
import { chainFaults, firstLost } from '../../../lib/domain/record/verify-record.ts';
import { readRecordFile } from '../record/record-file.ts';
import { exitCodes, type Subcommand, Unusable } from './subcommand.ts';

const sha256 = (text: string): string => hash('sha256', text, 'hex');

const help = [
  'usage: inspect-once verify-record <record.json> [--against earlier-export.json]',
  '',
  'Verifies the chain of every record in an export of GET /v1/records/{kind}/{id}: each entry must follow from the one',
  'before it, and the last must be the head. --against compares with an earlier export, which shows too where a whole',
  'chain was made anew.',
  '',
  'exit codes: 0 every chain holds, 1 one is broken (and at which entry), 2 the file is no such export',
].join('\n');

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
    ...chainFaults(chain, sha256).map(({ entry, fault }) => `${nameOf(chain)}: entry ${entry} ${meanings[fault]}`),
    ...(lost === undefined ? [] : [`${nameOf(chain)}: entry ${lost} is not the one of the earlier export`]),
  ];
};

/** `verify-record`: the command that anyone can check an exported record with, without the service. */
export const verifyRecord: Subcommand = {
  summary: 'verify the chain of an exported whole-process record',
  help,
  run: (args, { say, complain }) => {
    const options = { against: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Unusable(help);
    const chains = readRecordFile(file);
    const earlier = values.against === undefined ? [] : readRecordFile(values.against);
    const faults = chains.flatMap((chain) => faultsOf(chain, earlier));
    for (const fault of faults) complain(fault);
    for (const chain of chains) {
      const withheld = chain.entries.filter((entry) => entry.withheld).length;
      say(JSON.stringify({ record: nameOf(chain), entries: chain.entries.length, withheld, head: chain.head }));
    }
    return faults.length > 0 ? exitCodes.faulty : exitCodes.fine;
  },
};
