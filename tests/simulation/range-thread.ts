import { parentPort } from 'node:worker_threads';
import * as z from 'zod';
import { bugs } from './planted-bugs.ts';
import { type Outcome, simulate } from './simulate.ts';

// A thread of the long run: takes one range of seeds after the other, or looks for one planted bug.

const task = z.union([
  z.object({ first: z.number(), count: z.number() }),
  z.object({ bug: z.enum(bugs), from: z.number(), most: z.number() }),
]);
export type Task = z.infer<typeof task>;
export type Finished =
  | (Outcome & { readonly first: number; readonly count: number })
  | { readonly bug: string; readonly schedules: number; readonly found?: string };

const runRange = async (first: number, count: number): Promise<Finished> => {
  const broken: string[] = [];
  let taken = 0;
  let repeated = 0;
  for (let seed = first; seed < first + count; seed += 1) {
    const outcome = await simulate(seed);
    taken += outcome.taken;
    repeated += outcome.repeated;
    if (outcome.broken.length > 0) broken.push(`seed ${seed}: ${outcome.broken.join('; ')}`);
  }
  return { first, count, broken, taken, repeated };
};

const findBug = async (bug: (typeof bugs)[number], from: number, most: number): Promise<Finished> => {
  for (let schedules = 1; schedules <= most; schedules += 1) {
    const {
      broken: [found],
    } = await simulate(from + schedules - 1, bug);
    if (found !== undefined) return { bug, schedules, found };
  }
  return { bug, schedules: most };
};

parentPort?.on('message', async (message: unknown) => {
  const given = task.parse(message);
  parentPort?.postMessage(
    'bug' in given ? await findBug(given.bug, given.from, given.most) : await runRange(given.first, given.count),
  );
});
