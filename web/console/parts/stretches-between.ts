/** The first and the last stretch of a list that are drawn. */
export type Range = { readonly first: number; readonly last: number };

/** The stretches between two distances from the top of the first; one at least, wherever they lie. */
export const stretchesBetween = (
  heightOf: (stretch: number) => number,
  count: number,
  from: number,
  to: number,
): Range => {
  let first = 0;
  let top = 0;
  while (first < count - 1 && top + heightOf(first) < from) {
    top += heightOf(first);
    first += 1;
  }
  let last = first;
  while (last < count - 1 && top + heightOf(last) < to) {
    top += heightOf(last);
    last += 1;
  }
  return { first, last };
};
