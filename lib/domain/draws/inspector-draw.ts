import { seededRandom } from '../seeded-random.ts';

/** One team as it was drawn: who was free and had no tie to the business, with their visits of late, and who was drawn of them. */
export type TeamDraw = {
  readonly visitId: string;
  readonly unitId: string;
  readonly size: number;
  /** By inspector id; loads in the same order. */
  readonly free: readonly string[];
  readonly loads: readonly number[];
  readonly drawn: readonly string[];
};

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The text that a team's lots follow from. */
export const teamSeed = (seed: string, visitId: string, unitId: string): string => `${seed}|${visitId}|${unitId}`;

/** The team that a seed draws: fewest visits of late first, lots between equals, by id in the end. */
export const repeatTeamDraw = ({ visitId, unitId, size, free, loads }: TeamDraw, seed: string): readonly string[] => {
  const random = seededRandom(teamSeed(seed, visitId, unitId));
  return free
    .map((inspectorId, index) => ({ inspectorId, load: loads[index] ?? 0, lot: random() }))
    .toSorted((a, b) => a.load - b.load || a.lot - b.lot)
    .slice(0, size)
    .map(({ inspectorId }) => inspectorId)
    .toSorted(byText);
};

/** What does not follow in a published draw of inspectors: the seed, the order of the free, or a team, by visit and unit. */
export const inspectorDrawFaults = (
  file: { readonly seed: string; readonly seedCommitment: string; readonly draws: readonly TeamDraw[] },
  sha256: (text: string) => string,
): readonly string[] => {
  const wrong = file.draws.filter(
    (draw) =>
      draw.free.length !== draw.loads.length ||
      draw.free.join('\n') !== [...new Set(draw.free)].toSorted(byText).join('\n') ||
      repeatTeamDraw(draw, file.seed).join('\n') !== draw.drawn.join('\n'),
  );
  return [
    ...(sha256(file.seed) === file.seedCommitment ? [] : ['seed']),
    ...wrong.map(({ visitId, unitId }) => `team ${visitId} ${unitId}`),
  ];
};
