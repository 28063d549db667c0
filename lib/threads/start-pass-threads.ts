import { Worker } from 'node:worker_threads';
import type { PassThreads } from '../planner/pass-threads.ts';
import type { PassResult } from '../planner/price-pass.ts';
import type { PassOrder } from './pass-thread.ts';

/** Beside this file as a source, beside the function's code in a bundle. */
const script = new URL(import.meta.url.endsWith('.ts') ? './pass-thread.ts' : './pass-thread.mjs', import.meta.url);

type Answer = { readonly number: number; readonly result: PassResult };
type Waiting = { readonly resolve: (result: PassResult) => void; readonly reject: (fault: Error) => void };

const startThread = () => {
  const worker = new Worker(script);
  const waiting = new Map<number, Waiting>();
  let number = 0;
  let ended: Error | undefined;
  const end = (fault: Error): void => {
    ended = fault;
    for (const { reject } of waiting.values()) reject(fault);
    waiting.clear();
  };
  worker.on('message', (answer: Answer) => {
    waiting.get(answer.number)?.resolve(answer.result);
    waiting.delete(answer.number);
  });
  worker.on('error', (fault) => end(new Error('a planning thread met a fault', { cause: fault })));
  worker.on('exit', () => end(ended ?? new Error('a planning thread ended')));
  const tell = (order: PassOrder): void => worker.postMessage(order);
  return {
    tell,
    ask: (order: (number: number) => PassOrder): Promise<PassResult> =>
      new Promise((resolve, reject) => {
        if (ended) {
          reject(ended);
          return;
        }
        waiting.set(++number, { resolve, reject });
        tell(order(number));
      }),
    close: () => worker.terminate(),
  };
};

/** Threads of Node for the planner's price search; whoever starts them closes them. A thread takes some 50 ms to start and 40 MB. */
export const startPassThreads = (count: number): PassThreads & { readonly close: () => Promise<void> } => {
  const threads = Array.from({ length: count }, startThread);
  return {
    count,
    allocate: (bytes) => new SharedArrayBuffer(bytes),
    prepare: (setupOf) => {
      threads.forEach((thread, n) => {
        thread.tell({ setup: setupOf(n) });
      });
    },
    run: async (n, task) => {
      const thread = threads[n];
      if (!thread) throw new Error(`no thread ${n}`);
      return thread.ask((number) => ({ task, number }));
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
};
