import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import type { LocalFunction } from './template/read-stack.ts';

/** How long a stop waits for calls under way; a plan being searched for is taken up again at the next start. */
const graceMs = 3_000;

const reply = z.object({ id: z.number(), result: z.unknown().optional(), fault: z.string().optional() });

type Waiting = {
  readonly resolve: (result: unknown) => void;
  readonly reject: (fault: Error) => void;
};

/** Runs functions in a thread of their own, so that none of them holds up the gateway or another thread's. */
export type FunctionThread = {
  /** Rejects where the handler throws or takes longer than its timeout. */
  invoke(functionName: string, event: unknown): Promise<unknown>;
  /** What the functions take for now, from their next call on. */
  moveClock(instant: Date): void;
  stop(): Promise<void>;
};

type ThreadOptions = {
  readonly functions: readonly (LocalFunction & { readonly file: string })[];
  /** Variables that AWS sets for every function: region, credentials, endpoints. */
  readonly environment: Readonly<Record<string, string>>;
  readonly onLog: (lines: string) => void;
};

/** Starts a thread that can run `functions`; nothing is loaded before its first call. */
export const startFunctionThread = ({ functions, environment, onLog }: ThreadOptions): FunctionThread => {
  const worker = new Worker(new URL('./function-thread.ts', import.meta.url), {
    workerData: functions.map(({ grants: _, ...data }) => data),
    env: { PATH: process.env.PATH, TZ: process.env.TZ ?? 'UTC', ...environment },
    stdout: true,
    stderr: true,
  });
  const timeouts = new Map(functions.map(({ name, timeoutSeconds }) => [name, timeoutSeconds * 1000]));
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  worker.stdout.setEncoding('utf8').on('data', onLog);
  worker.stderr.setEncoding('utf8').on('data', onLog);
  worker.on('message', (message: unknown) => {
    const { id, result, fault } = reply.parse(message);
    const call = waiting.get(id);
    waiting.delete(id);
    if (fault === undefined) call?.resolve(result);
    else call?.reject(new Error(fault));
  });
  const failAll = (fault: Error): void => {
    for (const call of waiting.values()) call.reject(fault);
    waiting.clear();
  };
  worker.on('error', failAll);
  worker.on('exit', () => failAll(new Error('the thread of the function ended')));

  return {
    invoke: (functionName, event) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        const id = lastId;
        const timer = setTimeout(() => {
          waiting.delete(id);
          reject(new Error(`${functionName} timed out`));
        }, timeouts.get(functionName) ?? 30_000);
        waiting.set(id, {
          resolve: (result) => {
            clearTimeout(timer);
            resolve(result);
          },
          reject: (fault) => {
            clearTimeout(timer);
            reject(fault);
          },
        });
        worker.postMessage({ id, functionName, event });
      }),
    moveClock: (instant) => worker.postMessage({ moveClockTo: instant.getTime() }),
    // What was taken on is finished first, as Lambda would; an engine that is asked by a dead thread fails at its own end.
    stop: async () => {
      const until = performance.now() + graceMs;
      while (waiting.size > 0 && performance.now() < until) await pause(20);
      await worker.terminate();
    },
  };
};
