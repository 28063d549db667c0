import type { Progress } from './progress-bar.ts';

/** Exit codes of every subcommand. */
export const exitCodes = {
  /** It is as it should be. */
  fine: 0,
  /** It is not as it should be: a faulty file, a refusal of the service, a run that failed. */
  faulty: 1,
  /** Wrong arguments, or nothing that can be read. */
  unusable: 2,
  /** The service gave no answer. */
  unreachable: 3,
  /** What was waited for did not come in time. */
  late: 4,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What the command line can't make sense of: said to the person, with no stack. */
export class Unusable extends Error {}

/** `say` is what was asked for, on standard output; the rest is for the person, on the other stream. */
export type Output = {
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
  readonly progress: Progress;
};

/** One thing that `inspect-once` does. Add a file here, and a row to `subcommands` in ../inspect-once.ts. */
export type Subcommand = {
  readonly summary: string;
  /** Shown for `--help`: arguments, options, exit codes. */
  readonly help: string;
  readonly run: (args: readonly string[], output: Output) => ExitCode | Promise<ExitCode>;
};
