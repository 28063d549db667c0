/** Applies `step` to every entry, at most `width` at a time; answers in the order of the entries. The first fault stops what has not begun. */
export const mapBounded = async <From, To>(
  entries: readonly From[],
  width: number,
  step: (entry: From) => Promise<To>,
): Promise<To[]> => {
  const results: To[] = [];
  const waiting = entries.entries();
  const work = async () => {
    for (const [index, entry] of waiting) results[index] = await step(entry);
  };
  await Promise.all(Array.from({ length: Math.min(width, entries.length) }, work));
  return results;
};

/** `entries` in runs of at most `size`. */
export const chunksOf = <T>(entries: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(entries.length / size) }, (_, n) => entries.slice(n * size, (n + 1) * size));
