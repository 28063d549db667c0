import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Instance, readInstance } from '../../../infra/commands/verify/instance-file.ts';
import { districtInstance, districtSizes } from '../../support/planner/district-instance.ts';
import { contenders, isContender } from './contenders/all.ts';
import { type Measurement, measure } from './measure.ts';
import { plotTraces } from './plot.ts';
import { reportTable } from './report.ts';

/**
 * Every contender on every instance, one after the other, each on one core for the same time:
 *   npm run bench:planner -- [--seconds 120] [--sizes small,medium] [--seeds 1,2] [--contenders ours,highs] [--write] [instance.json …]
 * Prints a Markdown table; `--write` puts it into docs/planner.md and the plot beside it. The solvers come with
 * `npm install --prefix tests/bench/planner`; without them only ours, greedy and HiGHS can run.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '120' },
    sizes: { type: 'string', default: 'small,medium,tight,shared,urgent,county' },
    seeds: { type: 'string', default: '1,2' },
    contenders: { type: 'string', default: Object.keys(contenders).join(',') },
    write: { type: 'boolean', default: false },
  },
});
const seconds = Number(values.seconds);
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
    yield { name: basename(file, '.json'), file, instance, seed: seeds[0] ?? 1 };
  }
}

const measurements: Measurement[] = [];
for (const one of positionals.length > 0 ? given() : generated())
  for (const contender of chosen) {
    if (one.instance.requests.length > contenders[contender].mostRequests) continue;
    const measured = measure({ ...one, contender, seconds });
    measurements.push(measured);
    console.error(`${one.name}, ${contender}: ${measured.failure ?? measured.figures?.cost}, ${measured.seconds} s`);
  }
rmSync(folder, { recursive: true });

const table = reportTable(measurements);
console.log(table);
if (values.write) {
  const docs = join(import.meta.dirname, '../../../docs');
  const page = readFileSync(join(docs, 'planner.md'), 'utf8');
  const [start, end] = ['<!-- bench:start -->', '<!-- bench:end -->'];
  const [before, after] = [page.indexOf(start), page.indexOf(end)];
  if (before < 0 || after < before) throw new Error(`docs/planner.md has no ${start} … ${end}`);
  writeFileSync(join(docs, 'planner.md'), `${page.slice(0, before)}${start}\n\n${table}\n\n${page.slice(after)}`);
  // One panel for each size: the other seeds look alike.
  const shown = measurements.filter(({ instance }) => instance.endsWith(` ${seeds[0]}`));
  writeFileSync(join(docs, 'planner-bench.svg'), plotTraces(shown.length > 0 ? shown : measurements, seconds));
}
