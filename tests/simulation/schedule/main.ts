import { bugs } from './planted-bugs.ts';
import { runCommands } from './run-commands.ts';

// npm run simulate:schedule [sequences] [first seed]: random commands on a district, and whether each planted bug is found.

const [sequences = 200, first = 1] = process.argv.slice(2).map(Number);
const startedMs = performance.now();
let [broken, done, refused] = [0, 0, 0];
for (let seed = first; seed < first + sequences; seed += 1) {
  const ran = await runCommands(seed);
  done += ran.done;
  refused += ran.refused;
  if (ran.breaches.length === 0) continue;
  broken += 1;
  process.stdout.write(`seed ${seed}: ${ran.breaches.join('; ')}\n`);
}
const seconds = (performance.now() - startedMs) / 1000;
process.stdout.write(
  `${sequences} sequences of 200 commands from seed ${first}, ${broken} broken; ${done} orders done, ${refused} refused; ${seconds.toFixed(0)} s\n`,
);
const mostTries = 100;
for (const bug of bugs) {
  let seed = first;
  let breaches: readonly string[] = [];
  for (; breaches.length === 0 && seed < first + mostTries; seed += 1) {
    breaches = (await runCommands(seed, 200, bug)).breaches;
  }
  if (breaches.length === 0) broken += 1;
  process.stdout.write(`${bug}: ${breaches[0] ? `found in sequence ${seed - first}: ${breaches[0]}` : 'not found'}\n`);
}
process.exitCode = broken > 0 ? 1 : 0;
