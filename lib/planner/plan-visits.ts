import { createBestVisits } from './best-visits.ts';
import { boundAtPrices } from './bound.ts';
import { createBusinessProgram } from './business-program.ts';
import { certificateOf, certificatePieces } from './certificate-writer.ts';
import { compiling } from './compile-model.ts';
import { completing } from './complete.ts';
import { byFreedom, constructing } from './construct.ts';
import { explainUnmerged } from './explain-unmerged.ts';
import { explainUnscheduled } from './explain-unscheduled.ts';
import { indexInstance } from './index-instance.ts';
import type { Instance } from './instance.ts';
import { planFigures } from './plan-figures.ts';
import type { PlanningOptions, PlanningOutcome, Progress } from './planning-options.ts';
import { chosenWeights } from './price-table.ts';
import { learnPrices } from './prices-phase.ts';
import { createPriceSearch } from './prices-search.ts';
import { proveVisits } from './prove-visits.ts';
import { createRemedies } from './remedies.ts';
import { createSchedule } from './schedule.ts';
import { scheduleToPlan } from './schedule-to-plan.ts';
import { searchPlans } from './search-plans.ts';
import { teamValues } from './shadow-prices.ts';

/** Business programs for each business where no limit is given. */
const defaultSweeps = 400;
/** Milliseconds between two pauses for the event loop, and looks up from work where there is no clock. */
const pauseEveryMs = 50;
const pauseEveryLooks = 8;
/** How long completion may go on once the run was stopped: in milliseconds, and as a part of the time it took until then. */
const grace = { leastMs: 1000, share: 0.04 } as const;
/** Reports grow further apart: some 25 for ten times the iterations. */
const reportGrowth = 1.1;
/** Part of the limit that goes to prices ahead of the search for plans. */
const pricesAhead = 0.55;
/** Part of a time limit that is not kept for writing out, however slow the start was. */
const leastSearch = 0.75;
/** Part of a time limit after which compiling hurries. */
const compileShare = 0.3;
/** A price pass takes as long as so many business programs for each part. */
const programsPerPass = 3;

/**
 * Plans the visits of an instance: compile, construct a first plan, learn prices, construct again at those, search until the limit (search-plans.ts),
 * then complete the best plan and write it out with its reasons. Compiling, the first plan and completing are done whatever the iteration limit; a
 * signal or the clock stops them too, then what they hadn't come to is left out, and the bound is weaker for it. Without a time limit the outcome depends on instance, seed and iteration limit only. Throws `InstanceError` on references that lead nowhere.
 */
export const planVisits = async (instance: Instance, options: PlanningOptions = {}): Promise<PlanningOutcome> => {
  const { now, timeLimitMs, signal, onProgress, explain = true, seed = 1 } = options;
  const pause = options.pause ?? (() => new Promise<void>((resolve) => setTimeout(resolve, 0)));
  const startedAt = now?.() ?? 0;
  const elapsed = () => (now ? now() - startedAt : 0);
  const weights = chosenWeights(options.weights, options.lexicographic);
  let pausedAt = startedAt;
  let looks = 0;
  const rest = async (): Promise<void> => {
    looks++;
    if (now ? now() - pausedAt < pauseEveryMs : looks % pauseEveryLooks !== 0) return;
    await pause();
    pausedAt = now?.() ?? 0;
  };
  const isStopped = (): boolean => signal?.aborted === true || elapsed() >= (timeLimitMs ?? Number.POSITIVE_INFINITY);
  const look = async (): Promise<boolean> => {
    await rest();
    return !isStopped();
  };
  /** Runs work that comes in pieces, looking up between them. */
  const inPieces = async <Result>(work: Generator<void, Result, boolean>, goesOn = look): Promise<Result> => {
    let piece = work.next(true);
    while (!piece.done) piece = work.next(await goesOn());
    return piece.value;
  };
  const model = await inPieces(
    compiling(instance, {
      isLate: () => timeLimitMs !== undefined && elapsed() > compileShare * timeLimitMs,
      allocate: options.threads?.allocate,
      mostTogether: options.mostTogether,
    }),
  );
  const iterationLimit =
    options.iterationLimit ??
    (options.timeLimitMs === undefined ? defaultSweeps * model.parts.count : Number.POSITIVE_INFINITY);
  const mostPresence = {
    attendances: options.maxPersonVisits ?? Number.POSITIVE_INFINITY,
    slots: Math.floor(((options.maxPersonHours ?? Number.POSITIVE_INFINITY) * 60) / instance.slots.minutes),
  };
  const program = createBusinessProgram(model, weights, mostPresence);
  const schedule = createSchedule(model, weights);
  const prices = createPriceSearch(model, weights, options.threads);
  const best = createBestVisits(model, schedule);
  const trajectory: Progress[] = [];
  let iterations = 0;
  let reportAt = 0;
  let bound = 0;
  const report = (stage: Progress['stage']): void => {
    const ms = now ? now() - startedAt : undefined;
    const progress = { stage, iterations, ms, cost: best.cost(), bound };
    trajectory.push(progress);
    onProgress?.(progress);
  };
  // Writing the plan out takes about as long as compiling the instance did.
  const limitMs =
    timeLimitMs === undefined ? Number.POSITIVE_INFINITY : Math.max(timeLimitMs * leastSearch, timeLimitMs - elapsed());
  // Where every weight is whole so is every plan's cost.
  const isWhole =
    Object.values(weights).every(Number.isInteger) &&
    instance.requests.every(({ weight = 1 }) => Number.isInteger(weight));
  const leastCost = () => (isWhole ? Math.ceil(bound - 1e-6) : bound);
  const isOver = (): boolean =>
    signal?.aborted === true || iterations >= iterationLimit || elapsed() >= limitMs || best.cost() <= leastCost();
  const construct = async (guide: Float64Array | undefined): Promise<void> => {
    await inPieces(constructing(model, schedule, program, order, guide));
    iterations += model.parts.count;
    best.keep();
    report(guide ? 'searching' : 'constructed');
    await rest();
  };

  report('compiled');
  await rest();
  const order = byFreedom(model);
  await construct(undefined);
  const passWork = programsPerPass * model.parts.count;
  const leftPrograms = () => iterationLimit - iterations;
  await learnPrices({
    search: prices,
    now: timeLimitMs === undefined ? undefined : now,
    budget: pricesAhead * (timeLimitMs !== undefined ? limitMs - elapsed() : leftPrograms() / Math.max(1, passWork)),
    isOver: () => isOver() || passWork > leftPrograms(),
    look,
    afterPass: (work) => {
      iterations += Math.ceil(work * passWork);
      bound = Math.max(bound, prices.bound);
      return rest();
    },
  });
  report('priced');
  await rest();
  if (!isOver() && model.parts.count <= leftPrograms()) await construct(prices.best);
  await searchPlans({
    model,
    schedule,
    program,
    best,
    prices,
    weights,
    seed,
    now: timeLimitMs === undefined ? undefined : now,
    leftMs: () => limitMs - elapsed(),
    leftPrograms,
    isOver,
    look,
    afterChunk: (programs) => {
      iterations += programs;
      bound = Math.max(bound, prices.bound);
      if (iterations >= reportAt) {
        reportAt = iterations * reportGrowth;
        report('searching');
      }
      return rest();
    },
  });
  const graceMs = Math.max(grace.leastMs, grace.share * elapsed());
  let stoppedAt = Number.POSITIVE_INFINITY;
  await inPieces(completing(model, schedule, program), async () => {
    await rest();
    if (now && isStopped()) stoppedAt = Math.min(stoppedAt, elapsed());
    return elapsed() < stoppedAt + graceMs;
  });
  best.keep();

  const proven = boundAtPrices(model, weights, prices.best, prices.shares);
  bound = proven.bound;
  const index = indexInstance(instance);
  const written = scheduleToPlan(instance, index, model, weights, schedule.visits, explain);
  const unscheduled = explainUnscheduled(
    instance,
    model,
    schedule,
    explain ? createRemedies(instance, model, weights, schedule, program, prices.best) : undefined,
    mostPresence,
  );
  const figures = planFigures(instance, written.visits, weights, bound);
  report('done');
  const pieces = () => certificatePieces(instance, model, weights, proven, prices.shares);
  return {
    plan: {
      visits: written.visits,
      unscheduled: unscheduled.map(({ request, reason }) => ({ request, reason })),
      bound,
    },
    figures,
    unscheduled,
    unmerged: explain ? explainUnmerged(instance, model, schedule) : [],
    visits: explain ? proveVisits(instance, model, written) : [],
    teamValues: teamValues(instance, model, prices.best, weights.visit),
    trajectory,
    slotPrices: prices.best,
    certificate: () => certificateOf(pieces()),
    certificatePieces: pieces,
  };
};
