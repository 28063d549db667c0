import { type Draw, isOpenToPublic, type Member } from '../../domain/draws/draw.ts';
import type { ViewOf } from '../request.ts';

type View = ViewOf<'get-draw'>;

/** A draw without the list of what was drawn, which may be long. */
export const drawSummary = (draw: Draw): ViewOf<'list-draws'>['items'][number] => ({
  drawId: draw.drawId,
  department: draw.department,
  title: draw.title,
  mode: draw.mode,
  rule: draw.rule,
  visitedWithinDays: draw.visitedWithinDays,
  population: draw.members,
  excluded: draw.excluded,
  populationHash: draw.populationHash,
  seedCommitment: draw.seedCommitment,
  commitment: draw.commitment,
  status: draw.status,
  committedAt: draw.committedAt,
  drawnAt: draw.drawnAt,
  seed: draw.status === 'drawn' ? draw.seed : undefined,
  strata: draw.result?.strata,
  openFrom: draw.openFrom,
  history: draw.history,
  version: draw.version,
});

/** A draw as staff see it: the seed from the draw on, to nobody before. */
export const drawView = (draw: Draw): View => ({ ...drawSummary(draw), drawn: draw.result?.drawn });

/** The file from which anyone repeats a draw; undefined before it is drawn. */
export const drawToFile = (draw: Draw, population: readonly Member[]): ViewOf<'public-draw'>['file'] =>
  draw.result && draw.drawnAt !== undefined
    ? {
        format: 'inspect-once/draw/1',
        drawId: draw.drawId,
        department: draw.department,
        title: draw.title,
        rule: draw.rule,
        visitedWithinDays: draw.visitedWithinDays,
        excluded: draw.excluded,
        population,
        populationHash: draw.populationHash,
        seedCommitment: draw.seedCommitment,
        commitment: draw.commitment,
        committedAt: draw.committedAt,
        drawnAt: draw.drawnAt,
        seed: draw.seed,
        ...draw.result,
      }
    : undefined;

/** What anyone may read: of an unannounced draw nothing but its commitment until its visits are over (rule 4). */
export const publicDrawView = (draw: Draw, today: string): ViewOf<'public-draws'>['items'][number] => {
  const { drawId, commitment, committedAt, status, openFrom } = draw;
  const fixed = { drawId, commitment, committedAt, status, openFrom };
  if (!isOpenToPublic(draw, today)) return fixed;
  const { department, title, rule, members, excluded, populationHash, seedCommitment } = draw;
  return { ...fixed, department, title, rule, population: members, excluded, populationHash, seedCommitment };
};
