/** The first of some local dates; there must be one. */
export const earliestOf = (first: string, ...more: readonly string[]): string =>
  [first, ...more].toSorted().at(0) ?? first;

/** The last of some local dates; there must be one. */
export const latestOf = (first: string, ...more: readonly string[]): string =>
  [first, ...more].toSorted().at(-1) ?? first;
