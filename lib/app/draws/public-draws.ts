import { type Draw, isOpenToPublic } from '../../domain/draws/draw.ts';
import { localDate } from '../../domain/local-time.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { PageRequest } from '../ports/page.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { drawToFile, publicDrawView } from './draw-view.ts';
import { noSuchDraw } from './perform-draw.ts';

type Needs = Pick<Ports, 'draws'> & { readonly ownDistrict: string };

type Found = { readonly items: readonly Draw[]; readonly nextCursor?: string };

/** The next open draws, `limit` of them where there are as many: what is passed over is not missed on the page. */
const nextOpen = async (
  { draws }: Pick<Ports, 'draws'>,
  district: string,
  today: string,
  { limit, cursor }: PageRequest,
): Promise<Found | Refusal> => {
  const items: Draw[] = [];
  let after = cursor;
  do {
    // Asked for no more than are missing, a page that fills up ends with an open draw: its cursor names no other.
    const found = await draws.list({ district }, { limit: limit - items.length, ...(after ? { cursor: after } : {}) });
    if ('refused' in found) return found;
    items.push(...found.items.filter((draw) => isOpenToPublic(draw, today)));
    after = found.nextCursor;
  } while (after !== undefined && items.length < limit);
  return { items, ...(after === undefined ? {} : { nextCursor: after }) };
};

/**
 * The draws that anyone may read today. One that is not open yet is not even counted (rule 4): pages are filled by open
 * draws alone, and go on only where another of them follows.
 */
export const publicDraws = async (
  ports: Needs,
  { query, now }: Pick<RequestOf<'public-draws'>, 'query' | 'now'>,
): Promise<ViewOf<'public-draws'> | Refusal> => {
  const { district = ports.ownDistrict, ...page } = query;
  const today = localDate(now);
  const found = await nextOpen(ports, district, today, page);
  if ('refused' in found) return found;
  const { items, nextCursor: cursor } = found;
  const following = cursor === undefined ? undefined : await nextOpen(ports, district, today, { limit: 1, cursor });
  const goesOn = following !== undefined && !('refused' in following) && following.items.length > 0;
  return { items: items.map((draw) => publicDrawView(draw, today)), ...(goesOn ? { nextCursor: cursor } : {}) };
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
