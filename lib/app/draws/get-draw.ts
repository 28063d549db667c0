import { scopeOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { drawSummary, drawView } from './draw-view.ts';
import { noSuchDraw } from './perform-draw.ts';

/** One draw, of the caller's department where the caller has one. */
export const getDraw = async (
  { draws }: Pick<Ports, 'draws'>,
  { params, principal }: RequestOf<'get-draw'>,
): Promise<ViewOf<'get-draw'> | Refusal> => {
  const draw = await draws.find(scopeOf(principal), params.drawId);
  return draw ? drawView(draw) : noSuchDraw;
};

/** Draws, newest first. */
export const listDraws = async (
  { draws }: Pick<Ports, 'draws'>,
  { query, principal }: RequestOf<'list-draws'>,
): Promise<ViewOf<'list-draws'> | Refusal> => {
  const page = await draws.list(scopeOf(principal), query);
  return 'refused' in page ? page : { ...page, items: page.items.map(drawSummary) };
};
