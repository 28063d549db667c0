import type { Allocate, Model } from './model.ts';

/** What each group of a crowded business pays on a day of what its visit would cost, at `(part - parts.count) * dayCount + day`; see crowded.ts. */
export type DayShares = {
  readonly dayShare: Float32Array;
  /** Visits seen since the last update, as fractions. */
  readonly daySeen: Float32Array;
  /** What a whole share is where charges are whole numbers, rounded down; 0 where they aren't. */
  readonly dayWhole: number;
};

const leastWeight = 0.05;

/**
 * Starts with even shares among the groups that may visit on the day, mode by mode; `update` moves them towards those that do, by the fourth
 * power of the visits seen, as with trips. Any shares are valid that add up to 1 at most, so this rule needs no proof.
 */
export const createDayShares = (
  { parts, requests, dayCount, boundFrom, boundTo, businessCount }: Model,
  allocate: Allocate,
): DayShares & { readonly update: (kept: number) => void } => {
  const length = (parts.total - parts.count) * dayCount;
  const dayShare = new Float32Array(allocate(4 * length));
  const daySeen = new Float32Array(allocate(4 * length));
  const modes = new Uint8Array(parts.total - parts.count);
  for (let part = parts.count; part < parts.total; part++)
    for (let r = parts.requestStart[part]; r < parts.requestStart[part + 1]; r++)
      modes[part - parts.count] |= 1 << requests.mode[r];
  const weightOn = (part: number, day: number): number =>
    day < parts.firstDay[part] || day > parts.lastDay[part] || parts.setStart[part] === parts.setStart[part + 1]
      ? 0
      : (daySeen[(part - parts.count) * dayCount + day] + leastWeight) ** 4;
  const settle = (): void => {
    for (let business = 0; business < businessCount; business++) {
      if (boundFrom[business] < parts.count) continue;
      for (let day = 0; day < dayCount; day++) {
        const total = [0, 0];
        for (let part = boundFrom[business]; part < boundTo[business]; part++)
          for (const mode of [0, 1]) if ((modes[part - parts.count] >> mode) & 1) total[mode] += weightOn(part, day);
        for (let part = boundFrom[business]; part < boundTo[business]; part++) {
          const most = Math.max(...[0, 1].map((mode) => ((modes[part - parts.count] >> mode) & 1 ? total[mode] : 0)));
          dayShare[(part - parts.count) * dayCount + day] = most > 0 ? weightOn(part, day) / most : 0;
        }
      }
    }
  };
  settle();
  return {
    dayShare,
    daySeen,
    dayWhole: 0,
    update: (kept) => {
      settle();
      for (let at = 0; at < length; at++) daySeen[at] *= kept;
    },
  };
};
