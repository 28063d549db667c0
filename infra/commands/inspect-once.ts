#!/usr/bin/env node
import { exitCodes, type Output, type Subcommand, Unusable } from './cli/subcommand.ts';
import { verifyDraw } from './cli/verify-draw.ts';
import { verifyRecord } from './cli/verify-record.ts';

/** What `npx inspect-once <name>` can do. */
const subcommands: Readonly<Record<string, Subcommand>> = {
  'verify-draw': verifyDraw,
  'verify-record': verifyRecord,
};

const overview = [
  'usage: inspect-once <command> [options]',
  '',
  ...Object.entries(subcommands).map(([name, { summary }]) => `  ${name.padEnd(22)} ${summary}`),
  '',
  'inspect-once <command> --help says more. Exit codes: 0 fine, 1 not as it should be, 2 unusable input.',
].join('\n');

const output: Output = { say: (line) => console.log(line), complain: (line) => console.error(line) };

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
