import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPlan } from '../../../infra/commands/verify/check-plan.ts';
import { type Instance, readPlan } from '../../../infra/commands/verify/instance-file.ts';
import type { Figures } from '../../../infra/commands/verify/plan-cost.ts';
import type { ContenderName } from './contenders/all.ts';

/** Best cost and best bound known after so many seconds; null before there is one. */
export type Sample = { readonly seconds: number; readonly cost: number | null; readonly bound: number | null };

export type Measurement = {
  readonly instance: string;
  readonly contender: ContenderName;
  /** Seconds it was given. */
  readonly limit: number;
  /** undefined where it found no plan that keeps the rules */
  readonly figures: Figures | undefined;
  readonly bound: number | null;
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly samples: readonly Sample[];
  readonly failure: string | undefined;
};

type Answer = {
  readonly plan: unknown;
  readonly bound: number | null;
  readonly seconds: number;
  readonly peakMegabytes: number;
};

/** How far a contender may overrun its limit until it is killed. */
const patience = { share: 1.2, seconds: 10 } as const;

export type Task = {
  readonly contender: ContenderName;
  readonly name: string;
  readonly instance: Instance;
  readonly file: string;
  readonly seconds: number;
  readonly seed: number;
};

const readSamples = (file: string): Sample[] => {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line));
};

/** Runs one contender in a process of its own and judges its plan by the verifier's rules, not by its own word. */
export const measure = (task: Task): Measurement => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-planner-'));
  const [answerFile, samplesFile] = [join(folder, 'answer.json'), join(folder, 'samples.jsonl')];
  const script = join(import.meta.dirname, 'run-contender.ts');
  const { name, contender, seconds: limit } = task;
  const args = [script, contender, task.file, String(limit), String(task.seed), answerFile, samplesFile];
  try {
    const { status, stderr, error } = spawnSync(process.execPath, ['--max-old-space-size=6144', ...args], {
      encoding: 'utf8',
      timeout: 1000 * (patience.share * limit + patience.seconds),
    });
    const samples = readSamples(samplesFile);
    const failed = (failure: string): Measurement => {
      const bound = samples.at(-1)?.bound ?? null;
      return {
        instance: name,
        contender,
        limit,
        figures: undefined,
        bound,
        seconds: limit,
        peakMegabytes: 0,
        samples,
        failure,
      };
    };
    if (error !== undefined) return failed('overran the limit and was stopped');
    if (status !== 0) return failed(/heap|memory/i.test(stderr) ? 'out of memory' : `ended with ${status}`);
    const answer: Answer = JSON.parse(readFileSync(answerFile, 'utf8'));
    const { bound, seconds, peakMegabytes } = answer;
    const measured = { instance: name, contender, limit, bound, seconds, peakMegabytes, samples };
    if (answer.plan === null) return { ...measured, figures: undefined, failure: 'no plan' };
    const { faults, figures } = checkPlan(task.instance, readPlan(answer.plan));
    if (faults.length > 0) return { ...measured, figures: undefined, failure: `breaks a rule: ${faults[0]}` };
    const last = { seconds, cost: figures.cost, bound: samples.at(-1)?.bound ?? null };
    return { ...measured, samples: [...samples, last], figures, failure: undefined };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
