import { isOpenToPublic } from '../../domain/draws/draw.ts';
import { localDate } from '../../domain/local-time.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import { fillOpenPage } from '../publication/fill-open-page.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { drawToFile, publicDrawView } from './draw-view.ts';
import { noSuchDraw } from './perform-draw.ts';

type Needs = Pick<Ports, 'draws'> & { readonly ownDistrict: string };

/** The draws that anyone may read today. One that is not open yet is not even counted (rule 4). */
export const publicDraws = async (
  ports: Needs,
  { query, now }: Pick<RequestOf<'public-draws'>, 'query' | 'now'>,
): Promise<ViewOf<'public-draws'> | Refusal> => {
  const { district = ports.ownDistrict, ...page } = query;
  const today = localDate(now);
  const found = await fillOpenPage(
    (asked) => ports.draws.list({ district }, asked),
    (draw) => isOpenToPublic(draw, today),
    page,
  );
  if ('refused' in found) return found;
  return { ...found, items: found.items.map((draw) => publicDrawView(draw, today)) };
};

/** One draw for anyone who has its id: its commitment from the beginning, its file once it is drawn and may be told. */
export const publicDraw = async (
  ports: Needs,
  { params, query, now }: Pick<RequestOf<'public-draw'>, 'params' | 'query' | 'now'>,
): Promise<ViewOf<'public-draw'> | Refusal> => {
  const draw = await ports.draws.find({ district: query.district ?? ports.ownDistrict }, params.drawId);
  if (!draw) return noSuchDraw;
  const today = localDate(now);
  const view = publicDrawView(draw, today);
  if (!isOpenToPublic(draw, today) || draw.status !== 'drawn') return view;
  return { ...view, file: drawToFile(draw, await ports.draws.members(draw)) };
};
