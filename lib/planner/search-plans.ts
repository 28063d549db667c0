import type { BestVisits } from './best-visits.ts';
import type { BusinessProgram } from './business-program.ts';
import { createLocalSearch } from './local-search.ts';
import type { Model } from './model.ts';
import { createNegotiation } from './negotiate.ts';
import type { Weights } from './price-table.ts';
import type { Look, PriceSearch } from './prices-search.ts';
import { createRandom } from './random.ts';
import { createRuinRecreate } from './ruin-recreate.ts';
import type { Schedule } from './schedule.ts';

export type PlanSearch = {
  readonly model: Model;
  readonly schedule: Schedule;
  readonly program: BusinessProgram;
  /** Holds a plan already; in the end the best one, which then stands in the schedule too. */
  readonly best: BestVisits;
  readonly prices: PriceSearch;
  readonly weights: Weights;
  readonly seed: number;
  readonly now: (() => number) | undefined;
  readonly leftMs: () => number;
  readonly leftPrograms: () => number;
  readonly isOver: () => boolean;
  readonly look: Look;
  /** Counts business programs, reports and serves the event loop. */
  readonly afterChunk: (programs: number) => Promise<void>;
};

/** Business programs, and milliseconds where there is a clock, between two looks at the limit. */
const programsPerChunk = 256;
const chunkMs = 20;
const firstChunk = 8;
/** The latest so many business programs tell how long one takes. */
const remembered = 20 * programsPerChunk;
/** A price pass takes as long as so many business programs for each part. */
const programsPerPass = 3;
/** Work on prices for work on plans: little while plans get better, more once only the bound is left to move. */
const pricesBeside = { afterSuccess: 0.25, afterFailure: 2 } as const;
/** Sweeps of a round: fewer settle badly, more gain little. Part of what is left that a round may take. */
const sweepLimits = { least: 8, most: 120 } as const;
const roundShare = 0.6;
/** Sweeps of local search after each round. */
const polishSweeps = 12;
/** Rounds without a better plan until they alternate with ruin and recreate, and business programs of that for each business. */
const roundsUntilAnnealing = 2;
const annealedSweeps = 200;

/**
 * Rounds of negotiation (negotiate.ts), each followed by local search (local-search.ts), from the best plan's prices with changing firmness; the
 * best plan of all rounds is kept. Once rounds find nothing better, ruin and recreate (ruin-recreate.ts) starts from the best plan after each. Between rounds prices are learnt on. A round is begun only if it can be finished in what is left of the limit;
 * after the last one local search goes on from the best plan.
 */
export const searchPlans = async (search: PlanSearch): Promise<void> => {
  const { model, schedule, program, best, prices, weights, seed, now, leftMs, leftPrograms, isOver, look, afterChunk } =
    search;
  const businesses = Math.max(1, model.parts.count);
  const random = createRandom(seed);
  /** The best prices as they were between two rounds: other threads may find better ones in the middle of one. */
  const guide = prices.best.slice();
  const negotiation = createNegotiation(model, schedule, program, guide);
  const polish = createLocalSearch(model, schedule, program, { weights, guide, seed });
  const ruin = createRuinRecreate(model, schedule, program, { weights, guide, seed });
  // Hundredths of a visit, whatever its weight is; of a lesser part of the cost where visits are free.
  const step = (weights.visit || weights.attendance || weights.trip || 1) / 100;
  let programMs = 0;
  let timedPrograms = 0;

  const chunk = (): number => {
    const known = programMs > 0 ? Math.max(1, Math.floor(chunkMs / programMs)) : firstChunk;
    return Math.min(programsPerChunk, leftPrograms(), now ? known : programsPerChunk);
  };

  const timed = async (runs: () => number, work: () => void): Promise<void> => {
    const before = runs();
    const startedAt = now?.() ?? 0;
    work();
    const programs = runs() - before;
    if (now && programs > 0) {
      const ms = (now() - startedAt) / programs;
      timedPrograms += programs;
      programMs += (programs / Math.min(timedPrograms, remembered)) * (ms - programMs);
    }
    await afterChunk(programs);
  };
  const improve = async (sweeps: number): Promise<void> => {
    const until = polish.sweeps() + sweeps;
    while (polish.sweeps() < until && !isOver()) await timed(polish.runs, () => polish.step(chunk(), leftPrograms()));
    best.keep();
  };
  const anneal = async (): Promise<void> => {
    const before = ruin.runs();
    const whole = annealedSweeps * businesses;
    for (let last = -1; last < ruin.runs() && ruin.runs() - before < whole && !isOver(); ) {
      last = ruin.runs();
      await timed(ruin.runs, () => ruin.step(chunk(), leftPrograms(), (ruin.runs() - before) / whole));
      best.keep();
    }
  };
  const sweepsLeft = (): number =>
    Math.min(now && programMs > 0 ? leftMs() / programMs : Number.POSITIVE_INFINITY, leftPrograms()) / businesses;

  const passWork = programsPerPass * businesses;
  let passMs = 0;
  let pricedPrograms = 0;
  let searched = 0;
  /** Passes of other threads under way. */
  let beside = Promise.resolve();
  const learnBeside = async (passes: number): Promise<void> => {
    for (let n = 0; n < passes && (await look()) && leftMs() > 0; n++) await prices.step(look, true);
  };
  const learnOn = async (improved: boolean): Promise<void> => {
    await beside;
    const work = negotiation.runs() + polish.runs() + ruin.runs();
    const rate = prices.threads || (improved ? pricesBeside.afterSuccess : pricesBeside.afterFailure);
    pricedPrograms += rate * (work - searched);
    searched = work;
    if (prices.threads > 0) {
      const passes = Math.floor(Math.min(pricedPrograms, leftPrograms()) / passWork);
      pricedPrograms -= passes * passWork;
      guide.set(prices.best);
      beside = learnBeside(passes);
      beside.catch(() => {}); // it is awaited after the next round, and throws there
      await afterChunk(passes * passWork);
      return;
    }
    while (pricedPrograms >= passWork && passWork <= leftPrograms() && passMs <= leftMs() && !isOver()) {
      pricedPrograms -= passWork;
      const startedAt = now?.() ?? 0;
      await prices.step(look);
      if (now) passMs = now() - startedAt;
      await afterChunk(passWork);
    }
    guide.set(prices.best);
  };

  if (!isOver()) {
    // The first step draws prices for all slots: it says nothing of the time that a program takes.
    polish.step(1, leftPrograms());
    await afterChunk(polish.runs());
    const startedAt = now?.() ?? 0;
    do await timed(polish.runs, () => polish.step(chunk(), leftPrograms()));
    while (now && !isOver() && timedPrograms < remembered && now() - startedAt < chunkMs);
  }
  let failures = 0;
  for (let round = 0; !isOver(); round++) {
    const sweeps = Math.floor(Math.min(sweepLimits.most, roundShare * sweepsLeft()));
    if (sweeps < sweepLimits.least) break;
    const before = best.cost();
    negotiation.begin({
      firmness: {
        first: step * (round === 0 ? 0.5 : 0.2 + random.next()),
        last: step * (round === 0 ? 20 : 10 + 20 * random.next()),
      },
      sweeps: round === 0 ? Math.min(sweeps, 12) : sweeps,
      learning: step * (round === 0 ? 2 : 1 + 3 * random.next()),
    });
    let done = false;
    while (!done && !isOver()) {
      await timed(negotiation.runs, () => {
        done = negotiation.step(chunk());
      });
    }
    if (!done) break;
    await timed(negotiation.runs, () => {
      done = negotiation.settle((programs) => isOver() || programs > leftPrograms());
    });
    if (!done) break;
    best.keep();
    await improve(polishSweeps);
    failures = best.cost() < before ? 0 : failures + 1;
    if (failures >= roundsUntilAnnealing) {
      best.restore();
      await anneal();
    }
    await learnOn(best.cost() < before);
  }
  best.restore();
  while (!isOver() && model.parts.count > 0) {
    const before = best.cost();
    await improve(polishSweeps);
    await learnOn(best.cost() < before);
  }
  await beside;
  best.keep();
};
