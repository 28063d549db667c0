import { type DrawFault, type PublishedDraw, verifyDraw } from '../../domain/draws/verify-draw.ts';
import { sha256 } from '../sha256.ts';

export type Repeated = {
  readonly faults: readonly DrawFault[];
  /** The hash by which each drawn business ranks, in the order of their ids. */
  readonly ranks: readonly { readonly businessId: string; readonly rank: string }[];
};

/** A draw repeated from its file alone. */
export const repeatDraw = (file: PublishedDraw): Repeated => ({
  faults: verifyDraw(file, sha256),
  ranks: file.drawn.map((businessId) => ({ businessId, rank: sha256(`${file.seed}|${businessId}`) })),
});
