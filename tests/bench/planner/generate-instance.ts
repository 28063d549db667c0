import { writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { districtInstance, districtSizes, type SizeName } from '../../support/planner/district-instance.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' } },
});
const isSize = (name: string): name is SizeName => Object.hasOwn(districtSizes, name);
const [name = ''] = positionals;
if (!isSize(name)) {
  console.error(
    `usage: node generate-instance.ts <${Object.keys(districtSizes).join('|')}> [--seed 1] > instance.json`,
  );
  process.exit(2);
}
const { requests, ...rest } = districtInstance(districtSizes[name], Number(values.seed));
// One request a line: a million of them is more than one string holds.
writeSync(1, `${JSON.stringify({ name: `${name}-seed${values.seed}`, ...rest }).slice(0, -1)},"requests":[\n`);
for (let from = 0; from < requests.length; from += 1000) {
  const page = requests.slice(from, from + 1000).map((request) => JSON.stringify(request));
  writeSync(1, `${page.join(',\n')}${from + 1000 < requests.length ? ',' : ''}\n`);
}
writeSync(1, ']}\n');
