import { parentPort } from 'node:worker_threads';
import { createPricePass, type PassSetup, type PassTask, type PricePass } from '../planner/price-pass.ts';

/** What the planner's thread is told: what to work on, then one task after the other. */
export type PassOrder =
  | { readonly setup: PassSetup }
  /** `number` stands in the answer. */
  | { readonly task: PassTask; readonly number: number };

let pass: PricePass | undefined;

parentPort?.on('message', (order: PassOrder) => {
  if ('setup' in order) {
    pass = createPricePass(order.setup);
    return;
  }
  if (!pass) throw new Error('a task before there is anything to work on');
  pass.begin(order.task);
  pass.advance(Number.POSITIVE_INFINITY);
  parentPort?.postMessage({ number: order.number, result: pass.result() });
});
