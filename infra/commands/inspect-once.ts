#!/usr/bin/env node
import { exportRows } from './cli/export-rows.ts';
import { importFile } from './cli/import-file.ts';
import { progressOn } from './cli/progress-bar.ts';
import { exitCodes, type Output, type Subcommand, Unusable } from './cli/subcommand.ts';
import { submit } from './cli/submit.ts';
import { token } from './cli/token.ts';
import { verifyDraw } from './cli/verify-draw.ts';
import { verifyRecord } from './cli/verify-record.ts';
import { watch } from './cli/watch.ts';

/** What `npx inspect-once <name>` can do. */
const subcommands: Readonly<Record<string, Subcommand>> = {
  submit,
  watch,
  export: exportRows,
  import: importFile,
  token,
  'verify-draw': verifyDraw,
  'verify-record': verifyRecord,
};

const overview = [
  'usage: inspect-once <command> [options]',
  '',
  ...Object.entries(subcommands).map(([name, { summary }]) => `  ${name.padEnd(22)} ${summary}`),
  '',
  'inspect-once <command> --help says more, docs/api-clients.md all of it.',
  'exit codes: 0 fine, 1 refused or not as it should be, 2 unusable input, 3 no answer, 4 not in time',
].join('\n');

const progress = progressOn(process.stderr);
const output: Output = {
  say: (line) => {
    progress.clear();
    console.log(line);
  },
  complain: (line) => {
    progress.clear();
    console.error(line);
  },
  progress,
};

/** Node's own complaints about options are the person's doing, as ours are. */
const isTheirs = (fault: unknown): fault is Error =>
  fault instanceof Unusable ||
  (fault instanceof TypeError && 'code' in fault && String(fault.code).startsWith('ERR_PARSE_ARGS'));

const run = async ([name, ...args]: readonly string[]): Promise<number> => {
  if (name === undefined || name === '--help' || name === '-h') {
    (name === undefined ? output.complain : output.say)(overview);
    return name === undefined ? exitCodes.unusable : exitCodes.fine;
  }
  const subcommand = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
  if (!subcommand) throw new Unusable(`no such command: ${name}\n\n${overview}`);
  if (args.includes('--help') || args.includes('-h')) {
    output.say(subcommand.help);
    return exitCodes.fine;
  }
  return await subcommand.run(args, output);
};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (fault) {
  if (!isTheirs(fault)) throw fault;
  output.complain(fault.message);
  process.exitCode = exitCodes.unusable;
}
