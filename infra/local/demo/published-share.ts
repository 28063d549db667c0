/** How many of the objects a published row wants inspected, as a draw takes it. */
export type Share = { readonly ratio: number } | { readonly count: number };

/** Where the source names no ratio: the one that the published rows name most often. */
export const defaultShare: Share = { ratio: 0.1 };

/**
 * A published ratio as a draw's share: `20%`; of a range (`10%-20%`) the middle; `1户` is a count; the times per year of
 * `3%;2次/年` fall away, because the horizon is one of those times; an empty one is `defaultShare`. Undefined where it
 * reads otherwise.
 */
export const publishedShare = (text: string): Share | undefined => {
  if (text === '') return defaultShare;
  const count = /^(\d+)户$/.exec(text);
  if (count) return { count: Number(count[1]) };
  const percent = /^(\d+(?:\.\d+)?)%(?:-(\d+(?:\.\d+)?)%)?(?:;\d+次\/年)?$/.exec(text);
  if (!percent) return undefined;
  const least = Number(percent[1]);
  const most = percent[2] === undefined ? least : Number(percent[2]);
  // Thousandths of a percent are kept, binary fractions such as 0.15000000000000002 are not.
  return { ratio: Math.round((least + most) * 500) / 100_000 };
};
