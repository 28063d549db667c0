import type { FieldError } from '../refusal.ts';

/** Entries of a list that repeat an earlier one; `first` counts from 1, as people do. */
export const duplicateFaults = (ids: readonly string[], pathOf: (index: number) => string): readonly FieldError[] => {
  const first = new Map<string, number>();
  return ids.flatMap((id, index) => {
    const earlier = first.get(id);
    if (earlier !== undefined) return [{ path: pathOf(index), code: 'duplicate', values: { first: earlier + 1 } }];
    first.set(id, index);
    return [];
  });
};
