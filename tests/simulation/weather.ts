import { createRandom, type Random } from '../../lib/planner/random.ts';

// One thread, many workers: every call of a port waits at a gate until the schedule lets it through, and the schedule
// decides by seed who is next and what becomes of the call. The code under test is the product's own, unchanged.

/** What may become of one call: nothing odd; refused before it took effect; took effect, but the answer was lost; or its worker dies. */
type Fate = 'fine' | 'throttled' | 'ambiguous' | 'dies-before' | 'dies-after';

export type Worker = {
  readonly name: string;
  /** How far this worker's clock is off, in milliseconds. */
  readonly skewMs: number;
  readonly ended: (how: 'done' | 'failed' | 'died') => void;
};

type Waiting = {
  readonly worker: Worker;
  readonly call: () => unknown;
  readonly answer: (value: unknown) => void;
  readonly fault: (error: Error) => void;
};

const largestSkewMs = 10 * 60_000;
const fates: readonly Fate[] = ['throttled', 'ambiguous', 'dies-before', 'dies-after'];

const quiet = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export type Weather = {
  readonly random: Random;
  readonly gate: <Value>(worker: Worker, call: () => Value | Promise<Value>) => Promise<Value>;
  readonly start: (name: string, work: (worker: Worker) => Promise<unknown>, end: Worker['ended']) => void;
  /** Lets one waiting call through; false where nothing waits. */
  readonly step: () => Promise<boolean>;
  /** Lets everything that can run do so, until all that is left waits at gates. */
  readonly quiet: () => Promise<void>;
  readonly waiting: () => number;
  /** A moment of the schedule: how many calls were let through. */
  readonly moment: () => number;
  /** Whether something odd befell the worker at that moment or after. */
  readonly isStruckSince: (worker: Worker, moment: number) => boolean;
  /** From here on nothing odd happens any more: what is still missing at the end is lost. */
  readonly clearUp: () => void;
};

/** The weather of one seed: up to ten odd events, anywhere. */
export const weatherOf = (seed: number): Weather => {
  const random = createRandom(seed);
  const waiting: Waiting[] = [];
  const struck = new Map<Worker, number>();
  let moment = 0;
  let oddLeft = random.below(11);
  const oddness = 0.3 * 0.02 ** random.next(); // from one call in three, all at the start, to one in 170, all along

  const fateOf = (): Fate => {
    if (oddLeft === 0 || random.next() > oddness) return 'fine';
    oddLeft -= 1;
    return fates[random.below(fates.length)] ?? 'fine';
  };
  const die = (worker: Worker): void => {
    for (let n = waiting.length - 1; n >= 0; n -= 1) if (waiting[n]?.worker === worker) waiting.splice(n, 1);
    worker.ended('died');
  };

  return {
    random,
    quiet,
    waiting: () => waiting.length,
    moment: () => moment,
    isStruckSince: (worker, since) => (struck.get(worker) ?? 0) >= since,
    clearUp: () => {
      oddLeft = 0;
    },
    gate: (worker, call) =>
      new Promise((resolve, reject) => {
        waiting.push({ worker, call, answer: (value) => resolve(value as never), fault: reject });
      }),
    start(name, work, end) {
      let isOver = false; // a fault ends a worker whose other calls may still wait
      const ended: Worker['ended'] = (how) => {
        if (!isOver) end(how);
        isOver = true;
      };
      const worker = { name, skewMs: Math.round((random.next() * 2 - 1) * largestSkewMs), ended };
      work(worker).then(
        () => ended('done'),
        () => ended('failed'),
      );
    },
    async step() {
      const [next] = waiting.splice(random.below(waiting.length), 1);
      if (!next) return false;
      const fate = fateOf();
      moment += 1;
      if (fate !== 'fine') struck.set(next.worker, moment);
      if (fate === 'dies-before') die(next.worker);
      else if (fate === 'throttled') next.fault(new Error('throttled'));
      else {
        const value = await next.call();
        if (fate === 'dies-after') die(next.worker);
        else if (fate === 'ambiguous') next.fault(new Error('the answer was lost'));
        else next.answer(value);
      }
      await quiet();
      return true;
    },
  };
};

type Port = Record<string, unknown>;

async function* gatedRows(weather: Weather, worker: Worker, rows: () => AsyncIterable<unknown>) {
  const all = await weather.gate(worker, async () => {
    const read: unknown[] = [];
    for await (const row of rows()) read.push(row);
    return read;
  });
  yield* all;
}

const iterating = new Set(['summaries', 'pages', 'pending']);

/** A port of which every call waits at the gate of its worker. */
export const gated = <P extends object>(weather: Weather, worker: Worker, port: P): P =>
  new Proxy(port, {
    get(target, name) {
      const method = (target as Port)[String(name)];
      if (typeof method !== 'function') return method;
      const call = (...given: unknown[]) => Reflect.apply(method, target, given);
      return iterating.has(String(name))
        ? (...given: unknown[]) => gatedRows(weather, worker, () => call(...given))
        : (...given: unknown[]) => weather.gate(worker, () => call(...given));
    },
  });
