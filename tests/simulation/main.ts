import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { bugs } from './planted-bugs.ts';
import type { Finished, Task } from './range-thread.ts';

// npm run simulate -- [schedules] [first seed] [--threads n] [--state file]: the delivery of notices under bad weather, over
// a range of seeds in one piece, and whether each planted bug is found. With a state file a run that was stopped goes on
// where it was: ranges that are finished are not run again.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { threads: { type: 'string' }, state: { type: 'string' } },
});
const [schedules = 100_000, first = 1] = positionals.map(Number);
const threads = Number(values.threads ?? availableParallelism());
const rangeSize = 250;
const mostTries = 4_000;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

type Ran = Extract<Finished, { broken: unknown }>;
const readState = (file: string | undefined): readonly Ran[] =>
  file && existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line): Ran => JSON.parse(line))
    : [];

const finished = new Map(readState(values.state).map((range) => [`${range.first} ${range.count}`, range]));
const ranges = Array.from({ length: Math.ceil(schedules / rangeSize) }, (_, n) => ({
  first: first + n * rangeSize,
  count: Math.min(rangeSize, schedules - n * rangeSize),
}));
const isOpen = (range: (typeof ranges)[number]) => !finished.has(`${range.first} ${range.count}`);
const open: Task[] = [...ranges.filter(isOpen), ...bugs.map((bug) => ({ bug, from: first, most: mostTries }))];

const startedMs = performance.now();
let rangesMs = 0; // until the last range so far was finished
let ran = 0;
let unfound = 0;
let broken = ranges.flatMap((range) => finished.get(`${range.first} ${range.count}`)?.broken ?? []).length;
const sumOf = (part: 'taken' | 'repeated') => [...finished.values()].reduce((sum, range) => sum + range[part], 0);
const total = () => ranges.filter((range) => !isOpen(range)).reduce((sum, { count }) => sum + count, 0);
const perSecond = (): string => ((ran * 1000) / Math.max(1, rangesMs)).toFixed(1);

const keep = (done: Finished): void => {
  if ('bug' in done) {
    if (done.found === undefined) unfound += 1;
    const found = done.found === undefined ? 'not found' : `found within ${done.schedules} schedules: ${done.found}`;
    say(`${done.bug}: ${found}`);
    return;
  }
  const before = Math.floor(total() / 5_000);
  finished.set(`${done.first} ${done.count}`, done);
  if (values.state) appendFileSync(values.state, `${JSON.stringify(done)}\n`);
  ran += done.count;
  rangesMs = performance.now() - startedMs;
  broken += done.broken.length;
  for (const line of done.broken) say(line);
  if (Math.floor(total() / 5_000) > before) say(`${total()} schedules, ${broken} broken, ${perSecond()} a second`);
};

const work = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./range-thread.ts', import.meta.url));
    const next = (): void => {
      const task = open.shift();
      if (task) worker.postMessage(task);
      else void worker.terminate().then(() => resolve());
    };
    worker.on('message', (done: Finished) => {
      keep(done);
      next();
    });
    worker.once('error', reject);
    next();
  });

if (finished.size > 0) say(`${total()} schedules of an earlier run, ${broken} broken`);
await Promise.all(Array.from({ length: threads }, work));
say(
  `${total()} schedules from seed ${first}, ${broken} broken; ${ran} in this run, ${perSecond()} a second on ${threads} threads`,
);
say(
  `${sumOf('taken')} messages taken by channels, ${sumOf('repeated')} of them a second time, each after a death or a lost answer`,
);
process.exitCode = broken + unfound > 0 ? 1 : 0;
