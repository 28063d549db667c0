import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Instance, readInstance } from '../../../infra/commands/verify/instance-file.ts';
import { districtInstance, districtSizes } from '../../support/planner/district-instance.ts';
import { contenders, isContender } from './contenders/all.ts';
import { aheadSentence, limitTable } from './limit-table.ts';
import { type Measurement, measure } from './measure.ts';
import { plotTraces } from './plot.ts';
import { reportTable } from './report.ts';
import { standingsOf } from './standings.ts';

/**
 * Every contender on every instance, one after the other, each on one core:
 *   npm run bench:planner -- [--limits 1,5,15,30,60,120] [--sizes small,medium] [--seeds 1,2] [--contenders ours,highs]
 *     [--record file] [--write] [instance.json …]
 * Prints three parts in Markdown: answers at the longest limit, costs at every limit, and whether ours is ever behind; `--write` puts them into
 * docs/planner.md and the plot beside it. `--record` appends each measurement to a file, and `--report file` prints what such a file
 * holds without measuring. The solvers come with `npm install --prefix tests/bench/planner`; without them only ours, greedy and HiGHS can run.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    limits: { type: 'string', default: '1,5,15,30,60,120' },
    sizes: { type: 'string', default: 'small,medium,tight,shared,urgent,county' },
    seeds: { type: 'string', default: '1,2' },
    contenders: { type: 'string', default: Object.keys(contenders).join(',') },
    record: { type: 'string' },
    report: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const limits = values.limits
  .split(',')
  .map(Number)
  .toSorted((a, b) => a - b);
const longest = limits.at(-1) ?? 0;
const seeds = values.seeds.split(',').map(Number);
const chosen = values.contenders.split(',').filter(isContender);
const folder = mkdtempSync(join(tmpdir(), 'bench-instances-'));

type Case = { readonly name: string; readonly file: string; readonly instance: Instance; readonly seed: number };

function* generated(): Generator<Case> {
  const sizes = new Set(values.sizes.split(','));
  for (const [size, district] of Object.entries(districtSizes)) {
    if (!sizes.has(size)) continue;
    for (const seed of seeds) {
      const instance = districtInstance(district, seed);
      const file = join(folder, 'instance.json');
      writeFileSync(file, JSON.stringify(instance));
      yield { name: `${size} ${seed}`, file, instance: readInstance(instance), seed };
    }
  }
}

function* given(): Generator<Case> {
  for (const file of positionals) {
    const instance = readInstance(JSON.parse(readFileSync(file, 'utf8')));
    yield { name: basename(file, '.json').replace(/-(\d+)$/, ' $1'), file, instance, seed: seeds[0] ?? 1 };
  }
}

const measured = (): Measurement[] => {
  const measurements: Measurement[] = [];
  for (const one of positionals.length > 0 ? given() : generated())
    for (const contender of chosen) {
      const { mostRequests, runs } = contenders[contender];
      if (one.instance.requests.length > mostRequests) continue;
      for (const seconds of runs === 'each limit' ? limits : [longest]) {
        const run = measure({ ...one, contender, seconds });
        measurements.push(run);
        if (values.record !== undefined) appendFileSync(values.record, `${JSON.stringify(run)}\n`);
        console.error(`${one.name}, ${contender}, ${seconds} s: ${run.failure ?? run.figures?.cost}, ${run.seconds} s`);
      }
    }
  return measurements;
};

const recorded = (file: string): Measurement[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

const measurements = values.report === undefined ? measured() : recorded(values.report);
rmSync(folder, { recursive: true });

const standings = standingsOf(measurements);
const result = [
  reportTable(standings),
  'Cost at each limit:',
  limitTable(standings, limits),
  aheadSentence(standings, limits),
].join('\n\n');
console.log(result);
if (values.write) {
  const docs = join(import.meta.dirname, '../../../docs');
  const page = readFileSync(join(docs, 'planner.md'), 'utf8');
  const [start, end] = ['<!-- bench:start -->', '<!-- bench:end -->'];
  const [before, after] = [page.indexOf(start), page.indexOf(end)];
  if (before < 0 || after < before) throw new Error(`docs/planner.md has no ${start} … ${end}`);
  writeFileSync(join(docs, 'planner.md'), `${page.slice(0, before)}${start}\n\n${result}\n\n${page.slice(after)}`);
  // One panel for each size: the other seeds look alike.
  const shown = standings.filter(({ instance }) => instance.endsWith(` ${seeds[0]}`));
  writeFileSync(join(docs, 'planner-bench.svg'), plotTraces(shown.length > 0 ? shown : standings, longest));
}
