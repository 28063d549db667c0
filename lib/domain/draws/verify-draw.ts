import {
  type Commitment,
  type CommittedRule,
  commitmentOf,
  type DrawResult,
  drawMembers,
  type Member,
  populationHash,
} from './draw.ts';
import type { Sha256 } from './draw-subjects.ts';

/** A published draw, as its file says. */
export type PublishedDraw = Commitment &
  DrawResult & {
    readonly drawId: string;
    readonly committedAt: string;
    readonly drawnAt: string;
    readonly rule: CommittedRule;
    readonly seed: string;
    readonly population: readonly Member[];
  };

export const drawFaults = ['population', 'seed', 'commitment', 'strata', 'drawn', 'order'] as const;
/** What of a file does not follow from the rest of it. */
export type DrawFault = (typeof drawFaults)[number];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const inFull = (strata: DrawResult['strata']) =>
  strata.map(({ grade, population, excluded, drawn }) => [grade, population, excluded, drawn]);

/** Repeats a draw from its file alone; no fault where it was drawn as it says, of what was committed to before. */
export const verifyDraw = (file: PublishedDraw, sha256: Sha256): readonly DrawFault[] => {
  const { strata, drawn } = drawMembers(file.population, file.rule, file.seed, sha256);
  const checks: Readonly<Record<DrawFault, boolean>> = {
    population:
      populationHash(file.population, sha256) === file.populationHash &&
      new Set(file.population.map(({ businessId }) => businessId)).size === file.population.length,
    seed: sha256(file.seed) === file.seedCommitment,
    commitment: commitmentOf(file, sha256) === file.commitment,
    strata: same(inFull(strata), inFull(file.strata)),
    drawn: same(drawn, file.drawn),
    order: file.committedAt <= file.drawnAt,
  };
  return drawFaults.filter((fault) => !checks[fault]);
};
