import type { CreditGrade } from '../catalogue/catalogue.ts';
import type { HistoryEntry, Mode } from '../plans/plan.ts';
import type { Sha256 } from './draw-subjects.ts';

export const creditGrades: readonly CreditGrade[] = ['A', 'B', 'C', 'D'];
export const exclusions = ['visited-lately', 'exempt'] as const;
export type Exclusion = (typeof exclusions)[number];

/** One business of the industry as it stood at the commitment; the excluded ones are named, so that anyone can count them. */
export type Member = { readonly businessId: string; readonly creditGrade: CreditGrade; readonly excluded?: Exclusion };

/** Exactly one of ratio, count and byGrade. A ratio holds in each credit grade; a count is shared among them by their size. */
export type CommittedRule = {
  readonly industry: string;
  readonly street?: string;
  readonly ratio?: number;
  readonly count?: number;
  readonly byGrade?: Readonly<Partial<Record<CreditGrade, number>>>;
};

/** Of one credit grade: how many there are, how many of them are out, and how many are drawn. */
export type Stratum = {
  readonly grade: CreditGrade;
  readonly population: number;
  readonly excluded: number;
  readonly drawn: number;
};

export type DrawResult = { readonly strata: readonly Stratum[]; readonly drawn: readonly string[] };

/** What was fixed before anything was drawn. Hashes are lower-case hexadecimal SHA-256, made as docs/draws.md says. */
export type Commitment = {
  readonly populationHash: string;
  readonly seedCommitment: string;
  readonly commitment: string;
};

/** 双随机抽取: a draw whose population, rule and seed are fixed before it, and shown after. Its population lies in pages. */
export type Draw = Commitment & {
  readonly drawId: string;
  readonly district: string;
  readonly department: string;
  readonly title: string;
  readonly mode: Mode;
  readonly rule: CommittedRule;
  readonly visitedWithinDays: number;
  readonly members: number;
  readonly excluded: Readonly<Record<Exclusion, number>>;
  /** Nobody's to see before the draw. */
  readonly seed: string;
  readonly status: 'committed' | 'drawn';
  readonly committedAt: string;
  readonly drawnAt?: string;
  readonly result?: DrawResult;
  /** The first day on which the public may read an unannounced draw; absent where it may at once. */
  readonly openFrom?: string;
  readonly pages: number;
  readonly history: readonly HistoryEntry[];
  readonly version: number;
};

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

export const inOrder = (members: readonly Member[]): readonly Member[] =>
  members.toSorted((a, b) => byText(a.businessId, b.businessId));

export const populationHash = (members: readonly Member[], sha256: Sha256): string =>
  sha256(
    inOrder(members)
      .map(({ businessId, creditGrade, excluded = '' }) => `${businessId}|${creditGrade}|${excluded}\n`)
      .join(''),
  );

const ruleLines = ({ industry, street = '', ratio, count, byGrade }: CommittedRule): readonly string[] => [
  `industry=${industry}`,
  `street=${street}`,
  `ratio=${ratio ?? ''}`,
  `count=${count ?? ''}`,
  ...creditGrades.map((grade) => `${grade}=${byGrade?.[grade] ?? ''}`),
];

/** The one hash that stands for everything that was fixed: id, time, rule, population and seed. */
export const commitmentOf = (
  draw: Pick<Draw, 'drawId' | 'committedAt' | 'rule' | 'populationHash' | 'seedCommitment'>,
  sha256: Sha256,
): string => {
  const { drawId, committedAt, rule } = draw;
  const lines = [drawId, committedAt, ...ruleLines(rule), draw.populationHash, draw.seedCommitment];
  return sha256(['inspect-once/draw/1', ...lines].map((line) => `${line}\n`).join(''));
};

/** Rounded up, once binary fractions are out of the way; at least one where there is anyone. */
const shareOf = (ratio: number, size: number): number =>
  size === 0 ? 0 : Math.min(size, Math.max(1, Math.ceil(Number((ratio * size).toFixed(9)))));

/** `count` shared among strata by their size: whole parts first, then one each by the largest remainder, grade A first of equals. */
const allocate = (count: number, sizes: readonly number[]): readonly number[] => {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  if (count >= all) return sizes;
  const parts = sizes.map((size, index) => ({
    index,
    whole: Math.floor((count * size) / all),
    rest: (count * size) % all,
  }));
  const left = count - parts.reduce((sum, { whole }) => sum + whole, 0);
  const first = parts.toSorted((a, b) => b.rest - a.rest || a.index - b.index).slice(0, left);
  return parts.map(({ index, whole }) => whole + Number(first.some((part) => part.index === index)));
};

/** How many to draw of each grade, of so many that may be drawn. */
const quotas = ({ ratio, count, byGrade }: CommittedRule, sizes: readonly number[]): readonly number[] => {
  if (count !== undefined) return allocate(count, sizes);
  return sizes.map((size, index) => {
    const grade = creditGrades[index];
    const share = ratio ?? (grade && byGrade?.[grade]);
    return share === undefined ? 0 : shareOf(share, size);
  });
};

/**
 * The subjects that a seed draws, by id: in each credit grade those that may be drawn rank by SHA-256 of `seed|businessId`,
 * and the lowest ranks up to the grade's quota are drawn.
 */
export const drawMembers = (
  members: readonly Member[],
  rule: CommittedRule,
  seed: string,
  sha256: Sha256,
): DrawResult => {
  const strata = creditGrades.map((grade) => {
    const own = members.filter(({ creditGrade }) => creditGrade === grade);
    return { grade, own, open: own.filter(({ excluded }) => excluded === undefined) };
  });
  const wanted = quotas(
    rule,
    strata.map(({ open }) => open.length),
  );
  const chosen = strata.map(({ open }, index) =>
    open
      .map(({ businessId }) => ({ businessId, rank: sha256(`${seed}|${businessId}`) }))
      .toSorted((a, b) => byText(a.rank, b.rank))
      .slice(0, wanted[index]),
  );
  return {
    strata: strata.map(({ grade, own, open }, index) => ({
      grade,
      population: own.length,
      excluded: own.length - open.length,
      drawn: chosen[index]?.length ?? 0,
    })),
    drawn: chosen.flatMap((some) => some.map(({ businessId }) => businessId)).toSorted(byText),
  };
};

/** `committed → drawn`: the seed is published with what it draws. */
export const performDraw = (
  draw: Draw,
  members: readonly Member[],
  sha256: Sha256,
  entry: Omit<HistoryEntry, 'action'>,
): Draw => ({
  ...draw,
  status: 'drawn',
  drawnAt: entry.at,
  result: drawMembers(members, draw.rule, draw.seed, sha256),
  history: [...draw.history, { ...entry, action: 'drawn' }],
  version: draw.version + 1,
});

/** True once anyone may read the draw: an unannounced one not before its visits are over (rule 4). */
export const isOpenToPublic = ({ openFrom }: Pick<Draw, 'openFrom'>, today: string): boolean =>
  openFrom === undefined || openFrom <= today;
