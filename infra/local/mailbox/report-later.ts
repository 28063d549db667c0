import { setTimeout as pause } from 'node:timers/promises';

/** Real channels take longer; that a sending is on record by then is usual, and the queue tries again where not. */
const delayMs = 1_000;

export type Later = {
  /** Runs `work` a moment later; a fault of it is told on standard error. */
  run(work: () => Promise<void>): void;
  /** How much is still to come. */
  pending(): number;
  /** Drops what is to come. */
  stop(): void;
};

/** What a channel reports comes after its answer, never with it. */
export const reportLater = (): Later => {
  const stopping = new AbortController();
  let waiting = 0;
  return {
    run: (work) => {
      waiting += 1;
      pause(delayMs, undefined, { signal: stopping.signal })
        .then(work)
        .catch((fault: Error) => {
          if (!stopping.signal.aborted) process.stderr.write(`a report was lost: ${fault.message}\n`);
        })
        .finally(() => {
          waiting -= 1;
        });
    },
    pending: () => waiting,
    stop: () => stopping.abort(),
  };
};
