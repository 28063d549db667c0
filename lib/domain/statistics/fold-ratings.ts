import type { VisitSummary } from '../visits/visit.ts';

export type RatingSums = {
  readonly whom: string;
  readonly ratings: number;
  /** How many gave one, two … five; left out, with the average, below the fewest that are shown. */
  readonly distribution?: readonly number[];
  readonly average?: number;
};

type Kept = NonNullable<VisitSummary['appraisals']>[number];

const foldOne = (whom: string, scores: readonly number[], shownFrom: number): RatingSums => {
  if (scores.length < shownFrom) return { whom, ratings: scores.length };
  const sum = scores.reduce((total, score) => total + score, 0);
  return {
    whom,
    ratings: scores.length,
    distribution: [1, 2, 3, 4, 5].map((score) => scores.filter((given) => given === score).length),
    average: Number((sum / scores.length).toFixed(2)),
  };
};

/**
 * What was thought of departments or streets, in the district's own order and never by score or count: nobody is ranked
 * (rule 12). `isSeen` says which single ratings the reader's sums are made of.
 */
export const foldRatings = (
  visits: readonly Pick<VisitSummary, 'appraisals'>[],
  of: Kept['of'],
  order: readonly string[],
  shownFrom: number,
  isSeen: (rating: Kept) => boolean,
): readonly RatingSums[] => {
  const seen = visits.flatMap(({ appraisals = [] }) => appraisals).filter((one) => one.of === of && isSeen(one));
  const byWhom = Map.groupBy(seen, ({ whom }) => whom);
  const others = [...byWhom.keys()].filter((whom) => !order.includes(whom)).toSorted();
  return [...order.filter((whom) => byWhom.has(whom)), ...others].map((whom) =>
    foldOne(
      whom,
      (byWhom.get(whom) ?? []).map(({ score }) => score),
      shownFrom,
    ),
  );
};
