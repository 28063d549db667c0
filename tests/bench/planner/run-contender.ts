import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { contenders, isContender } from './contenders/all.ts';
import { noBound, noCost } from './contenders/contender.ts';
import type { Sample } from './measure.ts';

/**
 * One contender on one instance in a process of its own, so that memory is its own and a crash ends nothing else.
 *   node run-contender.ts <contender> <instance.json> <seconds> <seed> <answer.json> <samples.jsonl>
 * Reading the instance is not timed; everything else the contender does is. Each improvement is on disk at once, so one that has to be killed keeps what it had.
 */
const [name = '', instanceFile = '', seconds = '', seed = '', answerFile = '', samplesFile = ''] =
  process.argv.slice(2);
if (!isContender(name)) throw new Error(`no contender ${name}`);
const instance = JSON.parse(readFileSync(instanceFile, 'utf8'));
const contend = await contenders[name].load();

const started = performance.now();
const secondsSince = () => Number(((performance.now() - started) / 1000).toFixed(3));
let [cost, bound] = [noCost, noBound];
const note = (newCost: number, newBound: number) => {
  if (newCost >= cost && newBound <= bound) return;
  [cost, bound] = [Math.min(cost, newCost), Math.max(bound, newBound)];
  const sample: Sample = {
    seconds: secondsSince(),
    cost: Number.isFinite(cost) ? cost : null,
    bound: Number.isFinite(bound) ? bound : null,
  };
  appendFileSync(samplesFile, `${JSON.stringify(sample)}\n`);
};
const answer = await contend(instance, { seconds: Number(seconds), seed: Number(seed) }, note);
note(noCost, answer.bound);
const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
writeFileSync(
  answerFile,
  JSON.stringify({
    plan: answer.plan ?? null,
    bound: Number.isFinite(answer.bound) ? answer.bound : null,
    seconds: secondsSince(),
    peakMegabytes,
  }),
);
process.exit(0);
