import type { Consolidation } from '../domain/centre/consolidation.ts';
import { advancePlanning } from '../domain/centre/consolidation-transitions.ts';
import type { Ports } from './ports.ts';

const everyMs = 1_500;
const beatMs = 10_000; // a third of the silence after which an attempt is taken for dead

/**
 * Writes how far a run is, at most every second and a half and one write at a time; in between nothing waits for it. Where
 * nothing is reported for long, it writes the same again, which shows that the attempt lives. `stop` ends that; `settle`
 * answers the header as last written. A lost race means that another attempt is at work: this one goes on quietly,
 * and the end of its run decides.
 */
export const reportProgress = (ports: Pick<Ports, 'consolidations' | 'clock'>, run: Consolidation) => {
  let latest = run;
  let writtenAt = ports.clock.now().getTime();
  let writing: Promise<void> = Promise.resolve();
  let isWriting = false;
  let last = run.progress;
  const write = async (phase: string, percent: number): Promise<void> => {
    const next = advancePlanning(latest, phase, percent, ports.clock.now());
    if ((await ports.consolidations.change(next)) === 'stored') latest = next;
  };
  const report = (phase: string, percent: number): void => {
    last = { phase, percent };
    const at = ports.clock.now().getTime();
    if (isWriting || at - writtenAt < everyMs) return;
    writtenAt = at;
    isWriting = true;
    writing = write(phase, percent)
      .catch(() => undefined) // progress that could not be told harms nobody
      .finally(() => {
        isWriting = false;
      });
  };
  const beat = setInterval(() => report(last.phase, last.percent), beatMs);
  return {
    report,
    stop: (): void => clearInterval(beat),
    settle: async (): Promise<Consolidation> => {
      await writing;
      return latest;
    },
  };
};
