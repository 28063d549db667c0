import type { Business, CreditGrade } from '../catalogue/catalogue.ts';

/** Exactly one of the three: a share of all, a number, or a share of each credit grade named. */
export type DrawRule = {
  readonly ratio?: number;
  readonly count?: number;
  readonly byGrade?: Readonly<Partial<Record<CreditGrade, number>>>;
};

/** Lower-case hexadecimal SHA-256 of a text's UTF-8 bytes. */
export type Sha256 = (text: string) => string;

type Subject = Pick<Business, 'businessId' | 'creditGrade'>;

/** Rounded up, once binary fractions are out of the way: 7 % of 100 is 7, not 8. At least one where there is anyone. */
const shareOf = (ratio: number, population: number): number =>
  Math.min(population, Math.max(1, Math.ceil(Number((ratio * population).toFixed(9)))));

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const grades: readonly CreditGrade[] = ['A', 'B', 'C', 'D'];

/**
 * 双随机: the subjects that a seed draws, ordered by business id. Anyone who has the population, the rule and the seed
 * can repeat it (docs/draws.md): each business ranks by SHA-256 of `seed|businessId`, and the lowest ranks are drawn.
 */
export const drawSubjects = <Row extends Subject>(
  population: readonly Row[],
  rule: DrawRule,
  seed: string,
  sha256: Sha256,
): readonly Row[] => {
  const ranked = population
    .map((business) => ({ business, rank: sha256(`${seed}|${business.businessId}`) }))
    .sort((a, b) => byText(a.rank, b.rank))
    .map(({ business }) => business);
  const share = (of: readonly Row[], ratio: number) => of.slice(0, shareOf(ratio, of.length));
  const drawn = (): readonly Row[] => {
    if (rule.count !== undefined) return ranked.slice(0, rule.count);
    if (rule.ratio !== undefined) return share(ranked, rule.ratio);
    return grades.flatMap((grade) => {
      const ratio = rule.byGrade?.[grade];
      return ratio === undefined
        ? []
        : share(
            ranked.filter((business) => business.creditGrade === grade),
            ratio,
          );
    });
  };
  return drawn().toSorted((a, b) => byText(a.businessId, b.businessId));
};
