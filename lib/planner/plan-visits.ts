import { boundAtPrices } from './bound.ts';
import { createBusinessProgram } from './business-program.ts';
import { writeCertificate } from './certificate-writer.ts';
import { compileModel } from './compile-model.ts';
import { byFreedom, constructSchedule } from './construct.ts';
import { explainUnmerged } from './explain-unmerged.ts';
import { explainUnscheduled } from './explain-unscheduled.ts';
import { indexInstance } from './index-instance.ts';
import type { Instance } from './instance.ts';
import { createLocalSearch } from './local-search.ts';
import { planFigures } from './plan-figures.ts';
import type { PlanningOptions, PlanningOutcome, Progress } from './planning-options.ts';
import { chosenWeights } from './price-table.ts';
import { learnPrices } from './prices-phase.ts';
import { createPriceSearch } from './prices-search.ts';
import { createSchedule } from './schedule.ts';
import { scheduleToPlan } from './schedule-to-plan.ts';
import { teamValues } from './shadow-prices.ts';

const defaultSweeps = 200;
/** Business programs between two looks at the clock, and milliseconds between two pauses for the event loop. */
const movesPerLook = 256;
const pauseEveryMs = 50;
/** Reports grow further apart: some 25 for ten times the iterations. */
const reportGrowth = 1.1;
/** Part of the limit that goes to prices ahead of the first plan, and work on prices per work on plans after it. */
const pricesAhead = 0.35;
const pricesBeside = 0.2;
/** A price pass takes as long as so many business programs for each part. */
const programsPerPass = 3;

/**
 * Plans the visits of an instance: compile, learn prices, construct, improve until the limit while prices get better, then write the plan out with its reasons.
 * Without a time limit the outcome depends on instance, seed and iteration limit only. Throws `InstanceError` on references that lead nowhere.
 */
export const planVisits = async (instance: Instance, options: PlanningOptions = {}): Promise<PlanningOutcome> => {
  const { now, signal, onProgress, explain = true, seed = 1 } = options;
  const pause = options.pause ?? (() => new Promise<void>((resolve) => setTimeout(resolve, 0)));
  const startedAt = now?.() ?? 0;
  const weights = chosenWeights(options.weights, options.lexicographic);
  const model = compileModel(instance);
  const iterationLimit =
    options.iterationLimit ??
    (options.timeLimitMs === undefined ? defaultSweeps * model.parts.count : Number.POSITIVE_INFINITY);
  const program = createBusinessProgram(model, weights);
  const schedule = createSchedule(model, weights);
  const prices = createPriceSearch(model, weights);
  const trajectory: Progress[] = [];
  let iterations = 0;
  let bound = 0;
  let pausedAt = startedAt;
  const report = (stage: Progress['stage']): void => {
    const ms = now ? now() - startedAt : undefined;
    const progress = { stage, iterations, ms, cost: schedule.cost(), bound };
    trajectory.push(progress);
    onProgress?.(progress);
  };
  const isOver = (): boolean =>
    signal?.aborted === true ||
    iterations >= iterationLimit ||
    (now !== undefined && options.timeLimitMs !== undefined && now() - startedAt >= options.timeLimitMs);
  const rest = async (): Promise<void> => {
    if (now && now() - pausedAt < pauseEveryMs) return;
    await pause();
    pausedAt = now?.() ?? 0;
  };

  report('compiled');
  await rest();
  const passWork = programsPerPass * model.parts.count;
  const { timeLimitMs } = options;
  await learnPrices({
    search: prices,
    now: timeLimitMs === undefined ? undefined : now,
    budget:
      pricesAhead *
      (now && timeLimitMs !== undefined ? timeLimitMs - (now() - startedAt) : iterationLimit / Math.max(1, passWork)),
    isOver,
    afterPass: () => {
      iterations += passWork;
      bound = Math.max(bound, prices.bound);
      return rest();
    },
  });
  report('priced');
  await rest();
  constructSchedule(model, schedule, program, byFreedom(model), prices.best);
  iterations += model.parts.count;
  report('constructed');
  await rest();
  const search = createLocalSearch(model, schedule, program, { weights, guide: prices.best, seed });
  let reportAt = iterations * reportGrowth;
  let priceWork = 0;
  while (!isOver()) {
    const before = search.runs();
    search.step(movesPerLook);
    iterations += search.runs() - before;
    if (priceWork < pricesBeside * search.runs() && !isOver()) {
      prices.step(1);
      bound = Math.max(bound, prices.bound);
      priceWork += passWork;
      iterations += passWork;
    }
    if (schedule.cost() <= bound) break;
    if (iterations >= reportAt) {
      reportAt = iterations * reportGrowth;
      report('searching');
    }
    await rest();
  }

  const proven = boundAtPrices(model, weights, prices.best, prices.shares);
  bound = proven.bound;
  const index = indexInstance(instance);
  const written = scheduleToPlan(instance, index, model, weights, schedule.visits, explain);
  const unscheduled = explainUnscheduled(instance, model, weights, schedule);
  const figures = planFigures(instance, written.visits, weights, bound);
  report('done');
  return {
    plan: {
      visits: written.visits,
      unscheduled: unscheduled.map(({ request, reason }) => ({ request, reason })),
      bound,
    },
    figures,
    unscheduled,
    unmerged: explain ? explainUnmerged(instance, model, schedule) : [],
    visits: written.facts,
    teamValues: teamValues(instance, model, prices.best, weights.visit),
    trajectory,
    slotPrices: prices.best,
    certificate: () => writeCertificate(instance, model, weights, proven, prices.shares),
  };
};
