import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Plan } from '../../../../lib/planner/instance.ts';
import { instanceToLinearModel, type LinearModel } from '../../../support/planner/linear-model.ts';
import { type Contender, noBound, noCost } from './contender.ts';

/** The integer program as FlatZinc, which MiniZinc's solvers read without compiling. */
const modelToFlatZinc = ({ cost, offset, rows }: LinearModel): string => {
  const list = (columns: readonly number[]) => columns.map((column) => `x${column}`).join(',');
  const lines = cost.map((_, n) => `var 0..1: x${n} :: output_var;`);
  const least = offset + cost.reduce((sum, price) => sum + Math.min(0, price), 0);
  const most = offset + cost.reduce((sum, price) => sum + Math.max(0, price), 0);
  lines.push(`var ${least}..${most}: cost :: output_var;`);
  for (const { high, columns, coefs } of rows)
    if (columns.length > 0) lines.push(`constraint int_lin_le([${coefs.join(',')}],[${list(columns)}],${high});`);
  const all = cost.map((_, n) => n);
  lines.push(`constraint int_lin_eq([${[...cost, -1].join(',')}],[${list(all)},cost],${-offset});`);
  return `${lines.join('\n')}\nsolve minimize cost;\n`;
};

/** MiniZinc's WASM expects a browser's worker: this lends Node's worker its three functions. */
const browserWorker = `
const { parentPort, workerData } = require('node:worker_threads');
const { readFileSync } = require('node:fs');
const { dirname } = require('node:path');
Object.assign(globalThis, {
  self: globalThis, require, __filename: workerData, __dirname: dirname(workerData),
  postMessage: (message) => parentPort.postMessage(message),
  addEventListener: (type, listen) => type === 'message' && parentPort.on('message', (data) => listen({ data })),
});
require('node:vm').runInThisContext(readFileSync(workerData, 'utf8'), { filename: workerData });`;

type Message = { readonly type: string; readonly status?: string; readonly output?: { readonly dzn?: string } };

const valuesOf = (dzn: string, size: number): Float64Array => {
  const values = new Float64Array(size);
  for (const [, column, value] of dzn.matchAll(/^x(\d+) = (\d+);$/gm)) values[Number(column)] = Number(value);
  return values;
};

/** One of MiniZinc's solvers on the integer program, out of the box; they report plans but no bound until they have proved the optimum. */
const minizinc =
  (solver: string): Contender =>
  async (instance, { seconds, seed }, onProgress) => {
    const started = performance.now();
    const secondsLeft = () => Math.max(1, seconds - (performance.now() - started) / 1000);
    const model = instanceToLinearModel(instance);
    const files = { 'plan.fzn': modelToFlatZinc(model) };
    const folder = dirname(createRequire(import.meta.url).resolve('minizinc'));
    const worker = new Worker(browserWorker, { eval: true, workerData: `${folder}/minizinc-worker.js` });
    let plan: Plan | undefined;
    let bound = noBound;
    let cost = noCost;
    await new Promise<void>((resolve, reject) => {
      let limit: NodeJS.Timeout | undefined;
      worker.on('error', reject);
      worker.on('message', (message: Message) => {
        if (message.type === 'ready') {
          const milliseconds = Math.round(1000 * secondsLeft());
          limit = setTimeout(resolve, milliseconds + 1000);
          const args = ['--solver', solver, '-i', '-r', String(seed), '--time-limit', String(milliseconds), 'plan.fzn'];
          worker.postMessage({ jsonStream: true, files, args });
        }
        const dzn = message.output?.dzn;
        if (message.type === 'solution' && dzn !== undefined) {
          cost = Number(/^cost = (-?\d+);$/m.exec(dzn)?.[1] ?? cost);
          plan = model.toPlan(valuesOf(dzn, model.cost.length));
        }
        if (message.status === 'OPTIMAL_SOLUTION') bound = cost;
        if (message.type === 'solution' || message.type === 'status') onProgress(cost, bound);
        if (message.type === 'exit') {
          clearTimeout(limit);
          resolve();
        }
      });
      worker.postMessage({ wasmURL: `${folder}/minizinc.wasm`, dataURL: `${folder}/minizinc.data` });
    });
    await worker.terminate();
    return { plan, bound };
  };

export const chuffed = minizinc('chuffed');
export const gecode = minizinc('gecode_presolver');
export const cbc = minizinc('coin-bc');
