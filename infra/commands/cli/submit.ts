import { hash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Body } from '../../../web/client/call-types.ts';
import type { Outcome } from '../../../web/client/problem.ts';
import { type BegunPlan, rowsPerPart, submitInParts } from '../../../web/client/submit-in-parts.ts';
import { baseUrlOf, connect, connectionHelp, connectionOptions, refusedBy } from './connection.ts';
import { readPlan } from './plan-file.ts';
import { exitCodes, type Output, type Subcommand, Unusable } from './subcommand.ts';

const options = {
  ...connectionOptions,
  plan: { type: 'string' },
  title: { type: 'string' },
  type: { type: 'string' },
  mode: { type: 'string' },
  from: { type: 'string' },
  due: { type: 'string' },
  items: { type: 'string' },
  'legal-basis': { type: 'string' },
  'approved-by': { type: 'string' },
  reference: { type: 'string' },
  partners: { type: 'string' },
  'skip-faulty': { type: 'boolean', default: false },
} as const;
type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

const help = [
  'usage: inspect-once submit <plan.json | businesses.csv | businesses.xlsx> [options]',
  '',
  'Submits an inspection plan: the body of submit-plan as JSON, or a table of businesses (columns businessId, notBefore,',
  `due, items, or the console’s template) with the rest from --plan or the options. From ${rowsPerPart} businesses on it is sent in`,
  'parts; interrupted, the same command goes on where it was, by <file>.sent.json beside the file.',
  '',
  '  --plan <head.json>     the body without its businesses',
  '  --title, --type routine|special|case, --mode announced|unannounced, --from <day> --due <day>, --items F1,F2,',
  '  --legal-basis, --approved-by, --reference, --partners health,market      single fields of it',
  '  --skip-faulty          submit the sound rows of a table that has faulty ones',
  connectionHelp,
  '',
  'exit codes: 0 submitted, 1 refused or faulty rows, 2 wrong arguments or no such file, 3 no answer (run it again)',
].join('\n');

const listOf = (text: string): readonly string[] => text.split(/[,，]/).map((part) => part.trim());

/** The fields of a plan that options name. */
const headOf = (values: Values): Readonly<Record<string, unknown>> => {
  const { title, type, mode, from: notBefore, due, items, partners, reference } = values;
  const { 'legal-basis': legalBasis, 'approved-by': by } = values;
  const named = Object.entries({ title, type, mode, legalBasis }).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(named),
    ...(notBefore || due ? { window: { notBefore, due } } : {}),
    ...(items ? { items: listOf(items) } : {}),
    ...(partners ? { partners: listOf(partners) } : {}),
    ...(by || reference ? { approval: { by, ...(reference ? { reference } : {}) } } : {}),
  };
};

/** What an interrupted run left beside the plan's file: the key of its one call, or the draft that it had begun. */
type Kept = { readonly at: string; readonly of: string; readonly key: string; readonly begun?: BegunPlan };

/** `at` is the service that it was sent to, `of` names the plan: another plan has another key, but may go on with the draft. */
const keeper = (path: string, at: string, of: string) => {
  const read = (): Kept | undefined => {
    if (!existsSync(path)) return undefined;
    try {
      const kept: Kept = JSON.parse(readFileSync(path, 'utf8'));
      return kept;
    } catch {
      throw new Unusable(`${path}: unreadable; delete it to begin anew`);
    }
  };
  const kept = read();
  const found = kept?.at === at ? kept : undefined;
  return {
    key: found?.of === of ? found.key : randomUUID(),
    begun: found?.begun,
    keep: (parts: Pick<Kept, 'key' | 'begun'>) => writeFileSync(path, JSON.stringify({ at, of, ...parts })),
    forget: () => rmSync(path, { force: true }),
  };
};

type Client = ReturnType<typeof connect>;
type Submitted = { readonly planId: string; readonly requests: number; readonly remote: number };

/** In one call, or in parts where it names very many businesses. */
const send = async (
  client: Client,
  plan: Body<'submit-plan'>,
  kept: ReturnType<typeof keeper>,
  { progress }: Output,
): Promise<Outcome<Submitted>> => {
  const { key } = kept;
  const total = plan.businesses?.length ?? 0;
  if (total <= rowsPerPart && !kept.begun) {
    kept.keep({ key });
    const outcome = await client.call('submit-plan', { body: plan, key });
    if ('value' in outcome || outcome.problem.status !== 0) kept.forget();
    return outcome;
  }
  const outcome = await submitInParts(client, plan, kept.begun, (begun) => {
    kept.keep(begun ? { key, begun } : { key });
    progress.show((begun?.sent.length ?? 0) / total, `${begun?.sent.length ?? 0} of ${total} businesses`);
  });
  if ('value' in outcome) kept.forget();
  return outcome;
};

/** A department's plan from its file. */
export const submit: Subcommand = {
  summary: 'submit an inspection plan from a file',
  help,
  run: async (args, output) => {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw new Unusable(help);
    const client = connect(values);
    const read = await readPlan(path, headOf(values), { headFile: values.plan, skipFaulty: values['skip-faulty'] });
    if ('faults' in read) {
      for (const fault of read.faults) output.complain(`  ${fault}`);
      output.complain(`${path}: nothing was submitted`);
      return exitCodes.faulty;
    }
    for (const row of read.leftOut) output.complain(`  left out: ${row}`);
    const of = hash('sha256', JSON.stringify(read.plan), 'hex');
    const outcome = await send(client, read.plan, keeper(`${path}.sent.json`, baseUrlOf(values), of), output);
    if ('problem' in outcome) return refusedBy(outcome.problem, output);
    const { planId, requests } = outcome.value;
    output.say(values.json ? JSON.stringify(outcome.value) : `${planId}: ${requests} requests`);
    return exitCodes.fine;
  },
};
