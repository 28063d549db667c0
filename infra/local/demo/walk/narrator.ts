import { padBefore, padTo } from './display-width.ts';

const titleColumns = 34;
const secondsColumns = 7;
const indent = 5 + titleColumns + secondsColumns + 2;

/** Tells a reader at a terminal what is being done: a line per step, written before it and finished after it. */
export type Narrator = {
  /** Runs a step; `say` gives the lines that sum it up. */
  step<Result>(title: string, work: () => Promise<Result>, say: (result: Result) => readonly string[]): Promise<Result>;
  lines(...lines: readonly string[]): void;
};

export const narrator = (write: (text: string) => void): Narrator => {
  let steps = 0;
  return {
    lines: (...lines) => write(`${lines.join('\n')}\n`),
    step: async (title, work, say) => {
      steps += 1;
      write(`${padBefore(String(steps), 3)}  ${padTo(title, titleColumns)}`);
      const startedAt = performance.now();
      const result = await work();
      const seconds = `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
      write(`${padBefore(seconds, secondsColumns)}  ${say(result).join(`\n${' '.repeat(indent)}`)}\n`);
      return result;
    },
  };
};
