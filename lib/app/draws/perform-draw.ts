import { performDraw } from '../../domain/draws/draw.ts';
import { authorityOf, scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { sha256 } from '../sha256.ts';
import { versionMismatch } from '../version-mismatch.ts';
import { drawView } from './draw-view.ts';

export const noSuchDraw = refuse('not-found', { path: 'drawId', code: 'not-found' });

/** Draws from what was fixed, and publishes the seed with it. A draw happens once: asked again, the same is answered. */
export const performOwnDraw = async (
  ports: Pick<Ports, 'draws'>,
  { params, principal, now, ifMatch }: RequestOf<'perform-draw'>,
): Promise<ViewOf<'perform-draw'> | Refusal> =>
  decideAgain(async () => {
    const draw = await ports.draws.find(scopeOf(principal), params.drawId);
    if (!draw) return noSuchDraw;
    if (draw.status === 'drawn') return drawView(draw);
    const mismatch = versionMismatch(ifMatch, draw.version);
    if (mismatch) return mismatch;
    const entry = { at: now.toISOString(), by: principal.subject, as: authorityOf(principal) };
    const drawn = performDraw(draw, await ports.draws.members(draw), sha256, entry);
    return (await ports.draws.change(drawn)) === 'stored' ? drawView(drawn) : 'conflict';
  });
