import { bugs } from './planted-bugs.ts';
import { simulate } from './simulate.ts';

// npm run simulate [schedules] [first seed]: the delivery of notices under bad weather, and whether each planted bug is found.

const [schedules = 100_000, first = 1] = process.argv.slice(2).map(Number);
const startedMs = performance.now();
const perSecond = (done: number): string => ((done * 1000) / (performance.now() - startedMs)).toFixed(0);

let broken = 0;
for (let seed = first; seed < first + schedules; seed += 1) {
  const faults = await simulate(seed);
  if (faults.length > 0) {
    broken += 1;
    process.stdout.write(`seed ${seed}: ${faults.join('; ')}\n`);
  }
  const done = seed - first + 1;
  if (done % 5_000 === 0) process.stdout.write(`${done} schedules, ${broken} broken, ${perSecond(done)} a second\n`);
}
process.stdout.write(`${schedules} schedules from seed ${first}, ${broken} broken, ${perSecond(schedules)} a second\n`);

const mostTries = 2_000;
for (const bug of bugs) {
  let seed = first;
  let faults: readonly string[] = [];
  for (; faults.length === 0 && seed < first + mostTries; seed += 1) faults = await simulate(seed, bug);
  if (faults.length === 0) broken += 1;
  process.stdout.write(`${bug}: ${faults.length ? `found at schedule ${seed - first}: ${faults[0]}` : 'not found'}\n`);
}
process.exitCode = broken > 0 ? 1 : 0;
