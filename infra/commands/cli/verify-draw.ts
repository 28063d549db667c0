import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { drawFile } from '../../../lib/contract/draws.ts';
import { inspectorDrawFile } from '../../../lib/contract/inspector-draws.ts';
import { inspectorDrawFaults } from '../../../lib/domain/draws/inspector-draw.ts';
import { verifyDraw as drawFaultsOf } from '../../../lib/domain/draws/verify-draw.ts';
import { exitCodes, type Output, type Subcommand, Unusable } from './subcommand.ts';

const sha256 = (text: string): string => hash('sha256', text, 'hex');

const meaning = {
  population: 'the population is not the one whose hash was published before the draw',
  seed: 'the seed is not the one whose hash was published before the draw',
  commitment: 'the commitment does not follow from id, time, rule, population and seed',
  strata: 'the numbers by credit grade do not follow from the rule',
  drawn: 'the seed draws other businesses',
  order: 'it was drawn before it was fixed',
} as const;

const readJson = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Unusable(`${path}: ${cause instanceof Error ? cause.message : 'unreadable'}`);
  }
};

/** The published file, or the API's answer that holds it. */
const fileIn = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && 'file' in value ? value.file : value;

const verdict = (faults: readonly string[], { say, complain }: Output, repeated: string) => {
  for (const fault of faults) complain(`fault: ${fault}`);
  if (faults.length > 0) return exitCodes.faulty;
  say(repeated);
  return exitCodes.fine;
};

const verifySubjects = (value: unknown, output: Output) => {
  const read = drawFile.safeParse(value);
  if (!read.success) return undefined;
  const file = read.data;
  const faults = drawFaultsOf(file, sha256);
  const counts = `${file.drawn.length} of ${file.population.length} businesses`;
  const said = faults.map((fault) => `${fault}: ${meaning[fault]}`);
  return verdict(said, output, `repeated: ${counts}, as published, of what was fixed on ${file.committedAt}`);
};

const verifyInspectors = (value: unknown, output: Output) => {
  const read = inspectorDrawFile.safeParse(value);
  if (!read.success) return undefined;
  const file = read.data;
  const faults = inspectorDrawFaults(file, sha256);
  return verdict(
    faults,
    output,
    `repeated: ${file.draws.length} teams, as published, by the seed fixed on ${file.committedAt}`,
  );
};

/** Repeats a draw from its published file alone: of subjects or of inspectors. */
export const verifyDraw: Subcommand = {
  summary: 'repeat a draw from its published file',
  help: [
    'usage: inspect-once verify-draw <file.json>',
    '',
    'Repeats a draw of businesses (/v1/public/draws/{drawId}) or of inspectors',
    '(/v1/public/inspector-draws/{consolidationId}) from its file alone. docs/draws.md says how.',
    '',
    'exit codes: 0 it comes out as published, 1 it does not, 2 no such file or not a draw',
  ].join('\n'),
  run: (args, output) => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw new Unusable('usage: inspect-once verify-draw <file.json>');
    const value = fileIn(readJson(path));
    const code = verifySubjects(value, output) ?? verifyInspectors(value, output);
    if (code === undefined) throw new Unusable(`${path}: not the file of a draw that has been drawn`);
    return code;
  },
};
