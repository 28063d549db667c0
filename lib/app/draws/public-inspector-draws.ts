import type { TeamDraw } from '../../domain/draws/inspector-draw.ts';
import { isPublic } from '../../domain/publication/public-visit.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import { noSuchRun } from '../centre/get-consolidation.ts';
import type { Ports } from '../ports.ts';
import { publicPage } from '../publication/public-page.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { sha256 } from '../sha256.ts';

type Needs = Pick<Ports, 'consolidations' | 'visits'> & { readonly ownDistrict: string };

const drawsOf = ({ visitId, attending }: Visit, consolidationId: string): readonly TeamDraw[] =>
  attending.flatMap(({ unitId, draw }) => {
    if (draw?.of !== consolidationId) return [];
    const { of: _, ...team } = draw;
    return [{ visitId, unitId, ...team }];
  });

/**
 * The draws of inspectors of one consolidation, for anyone: the commitment from its start, the seed with the teams once it is
 * published. Pages are cut by public visits alone, so that none of the others shows in their length (rule 4).
 */
export const publicInspectorDraws = async (
  ports: Needs,
  { params, query, now }: Pick<RequestOf<'public-inspector-draws'>, 'params' | 'query' | 'now'>,
): Promise<ViewOf<'public-inspector-draws'> | Refusal> => {
  const { district = ports.ownDistrict, ...page } = query;
  const run = await ports.consolidations.find({ district }, params.consolidationId);
  const seed = run?.inspectorSeed;
  if (!run || seed === undefined) return noSuchRun;
  const { consolidationId, createdAt: committedAt, from, to } = run;
  const fixed = { consolidationId, committedAt, seedCommitment: sha256(seed) };
  const publishedAt = run.history.findLast(({ action }) => action === 'published')?.at;
  if (run.status !== 'published' || publishedAt === undefined) return fixed;
  const found = await publicPage(ports, { query: { ...page, district, from, to }, now }, isPublic);
  if ('refused' in found) return found;
  const draws = found.visits.flatMap((visit) => drawsOf(visit, consolidationId));
  return {
    ...fixed,
    file: { format: 'inspect-once/inspector-draws/1', ...fixed, publishedAt, seed, draws },
    ...(found.nextCursor ? { nextCursor: found.nextCursor } : {}),
  };
};
