import type { Guesses } from '../../../lib/app/ports/notice-ports.ts';

/** Wrong codes by source and stretch of time, in memory. */
export const fakeGuesses = (): Guesses => {
  const counts = new Map<string, number>();
  const keyOf = (source: string, minutes: number, now: Date) =>
    `${Math.floor(now.getTime() / (minutes * 60_000))} ${source}`;
  return {
    wrong: async (source, minutes, now) => counts.get(keyOf(source, minutes, now)) ?? 0,
    addWrong: async (source, minutes, now) => {
      const key = keyOf(source, minutes, now);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
  };
};
