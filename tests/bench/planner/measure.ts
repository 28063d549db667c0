import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
  readonly samples: readonly Sample[];
};

export type Task = {
  readonly contender: ContenderName;
  readonly name: string;
  readonly instance: Instance;
  readonly file: string;
  readonly seconds: number;
  readonly seed: number;
};

const failed = ({ name, contender, seconds }: Task, failure: string): Measurement => ({
  instance: name,
  contender,
  figures: undefined,
  bound: null,
  seconds,
  peakMegabytes: 0,
  samples: [],
  failure,
});

/** Runs one contender in a process of its own and judges its plan by the verifier's rules, not by its own word. */
export const measure = (task: Task): Measurement => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-planner-'));
  const answerFile = join(folder, 'answer.json');
  const script = join(import.meta.dirname, 'run-contender.ts');
  const args = [script, task.contender, task.file, String(task.seconds), String(task.seed), answerFile];
  try {
    const { status, stderr, error } = spawnSync(process.execPath, ['--max-old-space-size=6144', ...args], {
      encoding: 'utf8',
      timeout: 1000 * (2 * task.seconds + 60),
    });
    if (error !== undefined) return failed(task, 'overran the limit twice over');
    if (status !== 0) return failed(task, /heap|memory/i.test(stderr) ? 'out of memory' : `ended with ${status}`);
    const answer: Answer = JSON.parse(readFileSync(answerFile, 'utf8'));
    const { bound, seconds, peakMegabytes, samples } = answer;
    const measured = { instance: task.name, contender: task.contender, bound, seconds, peakMegabytes, samples };
    if (answer.plan === null) return { ...measured, figures: undefined, failure: 'no plan' };
    const { faults, figures } = checkPlan(task.instance, readPlan(answer.plan));
    if (faults.length > 0) return { ...measured, figures: undefined, failure: `breaks a rule: ${faults[0]}` };
    const last = { seconds, cost: figures.cost, bound: samples.at(-1)?.bound ?? null };
    return { ...measured, samples: [...samples, last], figures, failure: undefined };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
