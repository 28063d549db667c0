/** How far something is, shown in one line while it goes on. */
export type Progress = {
  /** `share` from 0 to 1, undefined where the end is not known. */
  readonly show: (share: number | undefined, words: string) => void;
  readonly clear: () => void;
};

type Terminal = { readonly isTTY?: boolean; readonly columns?: number; readonly write: (text: string) => unknown };

const cells = 24;
const toLineStart = '\r\u001b[2K';

const barOf = (share: number): string => {
  const full = Math.round(Math.min(1, Math.max(0, share)) * cells);
  return `${'█'.repeat(full)}${'░'.repeat(cells - full)} ${String(Math.floor(share * 100)).padStart(3)} %`;
};

/** How often a log is told how far something is. */
const lineEveryMs = 10_000;

/** A bar on a terminal; where the stream goes to a file or another program a plain line now and then, the first at once. */
export const progressOn = (stream: Terminal, now: () => number = Date.now): Progress => {
  let shown = false;
  let toldAt = Number.NEGATIVE_INFINITY;
  return {
    show: (share, words) => {
      if (!stream.isTTY) {
        if (now() - toldAt < lineEveryMs) return;
        toldAt = now();
        stream.write(share === undefined ? `${words}\n` : `${Math.floor(share * 100)} % ${words}\n`);
        return;
      }
      const line = share === undefined ? words : `${barOf(share)}  ${words}`;
      stream.write(`${toLineStart}${line.slice(0, (stream.columns ?? 80) - 1)}`);
      shown = true;
    },
    clear: () => {
      if (shown) stream.write(toLineStart);
      shown = false;
    },
  };
};
