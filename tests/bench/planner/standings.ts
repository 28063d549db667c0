import { type ContenderName, contenders } from './contenders/all.ts';
import type { Measurement, Sample } from './measure.ts';

/** All that one contender did on one instance. */
export type Standing = {
  readonly instance: string;
  readonly contender: ContenderName;
  readonly runs: readonly Measurement[];
  /** The run with the longest limit. */
  readonly longest: Measurement;
  /** The samples of all runs by time, each with the best cost and bound of any run until then. */
  readonly samples: readonly Sample[];
};

const least = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.min(a, b));
const most = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.max(a, b));

const mergedSamples = (runs: readonly Measurement[]): Sample[] => {
  let [cost, bound]: [number | null, number | null] = [null, null];
  return runs
    .flatMap((run) => run.samples)
    .toSorted((a, b) => a.seconds - b.seconds)
    .map((sample) => {
      cost = least(cost, sample.cost);
      bound = most(bound, sample.bound);
      return { seconds: sample.seconds, cost, bound };
    });
};

/** One entry for each instance and contender, in the order they were measured. */
export const standingsOf = (measurements: readonly Measurement[]): Standing[] => {
  const groups = Map.groupBy(measurements, ({ instance, contender }) => `${instance} ${contender}`);
  return [...groups.values()].flatMap((runs) => {
    const longest = runs.toSorted((a, b) => a.limit - b.limit).at(-1);
    if (longest === undefined) return [];
    const { instance, contender } = longest;
    return [{ instance, contender, runs, longest, samples: mergedSamples(runs) }];
  });
};

/** The best bound that anyone proved for each instance: what all gaps are measured against. */
export const bestBounds = (standings: readonly Standing[]): Map<string, number> => {
  const best = new Map<string, number>();
  for (const { instance, runs, samples } of standings)
    for (const proven of [...runs.map((run) => run.bound), samples.at(-1)?.bound ?? null])
      if (proven !== null) best.set(instance, Math.max(proven, best.get(instance) ?? proven));
  return best;
};

/** An answer counts for a limit if it came at most so much later: a process looks at its clock now and then. */
const lateness = 1.05;

/** The cost of what the contender would have answered at a limit; null where it had no plan by then. */
export const costAtLimit = ({ contender, runs, samples }: Standing, limit: number): number | null => {
  const inTime = ({ seconds }: { readonly seconds: number }) => seconds <= limit * lateness;
  if (contenders[contender].runs === 'longest limit') return samples.findLast(inTime)?.cost ?? null;
  const run = runs.find((one) => one.limit === limit);
  return run?.figures !== undefined && inTime(run) ? run.figures.cost : null;
};
