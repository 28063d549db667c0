/** Exit codes of every subcommand. */
export const exitCodes = {
  /** It is as it should be. */
  fine: 0,
  /** The file was read, and it is not as it says. */
  faulty: 1,
  /** Wrong arguments, or nothing that can be read. */
  unusable: 2,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What the command line can't make sense of: said to the person, with no stack. */
export class Unusable extends Error {}

export type Output = { readonly say: (line: string) => void; readonly complain: (line: string) => void };

/** One thing that `inspect-once` does. Add a file here, and a row to `subcommands` in ../inspect-once.ts. */
export type Subcommand = {
  readonly summary: string;
  /** Shown for `--help`: arguments, options, exit codes. */
  readonly help: string;
  readonly run: (args: readonly string[], output: Output) => ExitCode | Promise<ExitCode>;
};
