import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { groupings } from '../../../lib/domain/statistics/fold-statistics.ts';
import type { Row } from '../../../web/client/call-types.ts';
import type { Client } from '../../../web/client/client.ts';
import type { Outcome } from '../../../web/client/problem.ts';
import type { Cell } from '../../../web/tables/csv.ts';
import { tableFile } from '../../../web/tables/table-file.ts';
import { connect, connectionHelp, connectionOptions, refusedBy } from './connection.ts';
import { exitCodes, type Output, type Subcommand, Unusable } from './subcommand.ts';

const options = {
  ...connectionOptions,
  from: { type: 'string' },
  to: { type: 'string' },
  'group-by': { type: 'string', default: 'month' },
  street: { type: 'string' },
  unit: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
} as const;

const help = [
  'usage: inspect-once export figures|visits [options]',
  '',
  'Writes the figures of a period, or its visits, as a table with the API’s own names for columns.',
  '',
  '  --from, --to <day>     the period, both days included; the service’s own where absent',
  `  --group-by <what>      of figures: ${groupings.join(', ')}; month`,
  '  --street, --unit <id>  of visits: only these',
  '  --out <file>           where to; else standard output',
  '  --format csv|xlsx|json by the file’s name where absent, else csv; json is what the service answered',
  connectionHelp.split('\n').slice(0, 3).join('\n'),
  '',
  'exit codes: 0 written, 1 refused, 2 wrong arguments, 3 no answer',
].join('\n');

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** Rows on their way into a file: as the service gave them, and as a table. */
type Exported = {
  readonly json: unknown;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

const figureNames = [
  'requestsDone',
  'visits',
  'avoided',
  'reductionPercent',
  'jointVisits',
  'jointCandidates',
  'jointRate',
  'personVisits',
  'personVisitsSeparately',
  'findings',
  'visitsWithFinding',
  'problemFoundRate',
  'cancelled',
  'remote',
] as const;

const figures = async (client: Client, values: Values): Promise<Outcome<Exported>> => {
  const groupBy = groupings.find((one) => one === values['group-by']);
  if (!groupBy) throw new Unusable(`--group-by is one of ${groupings.join(', ')}`);
  const asked = await client.call('get-statistics', { query: { from: values.from, to: values.to, groupBy } });
  if ('problem' in asked) return asked;
  const { groups, total } = asked.value;
  const rows = [...groups, { ...total, key: 'total' }].map((group) => [
    group.key,
    ...figureNames.map((name) => group[name]),
  ]);
  return { value: { json: asked.value, head: [groupBy, ...figureNames], rows } };
};

const visitColumns: readonly (readonly [string, (visit: Row<'list-visits'>) => Cell])[] = [
  ['visitId', ({ visitId }) => visitId],
  ['day', ({ day }) => day],
  ['start', ({ start }) => start],
  ['end', ({ end }) => end],
  ['businessId', ({ businessId }) => businessId],
  ['businessName', ({ businessName }) => businessName],
  ['street', ({ street }) => street],
  ['mode', ({ mode }) => mode],
  ['status', ({ status }) => status],
  ['lead', ({ lead }) => lead],
  ['units', ({ attending }) => attending.map(({ unitId }) => unitId).join(' ')],
  ['items', ({ attending }) => attending.flatMap(({ checks }) => checks.map(({ itemId }) => itemId)).join(' ')],
];

const visits = async (client: Client, values: Values, { progress }: Output): Promise<Outcome<Exported>> => {
  const { from, to, street, unit } = values;
  const found: Row<'list-visits'>[] = [];
  for await (const page of client.pages('list-visits', { query: { from, to, street, unit } })) {
    if ('problem' in page) return page;
    found.push(...page.value.items);
    progress.show(undefined, `${found.length} visits`);
  }
  const rows = found.map((visit) => visitColumns.map(([, cell]) => cell(visit)));
  return { value: { json: found, head: visitColumns.map(([name]) => name), rows } };
};

const formatOf = ({ format, out, json }: Values): 'csv' | 'xlsx' | 'json' => {
  const named = format ?? (json ? 'json' : extname(out ?? '').slice(1) || 'csv');
  if (named !== 'csv' && named !== 'xlsx' && named !== 'json') throw new Unusable('--format is csv, xlsx or json');
  if (named === 'xlsx' && out === undefined) throw new Unusable('a workbook needs a file: --out figures.xlsx');
  return named;
};

/** Figures and visits as files, for whoever reports or counts them elsewhere. */
export const exportRows: Subcommand = {
  summary: 'write figures or visits as CSV, XLSX or JSON',
  help,
  run: async (args, output) => {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [what, ...more] = positionals;
    if ((what !== 'figures' && what !== 'visits') || more.length > 0) throw new Unusable(help);
    const format = formatOf(values);
    const client = connect(values);
    const asked = what === 'figures' ? await figures(client, values) : await visits(client, values, output);
    if ('problem' in asked) return refusedBy(asked.problem, output);
    const { json, head, rows } = asked.value;
    const file = format === 'json' ? new Blob([`${JSON.stringify(json)}\n`]) : await tableFile(format, head, rows);
    if (values.out === undefined) {
      output.say((await file.text()).trimEnd());
      return exitCodes.fine;
    }
    await writeFile(values.out, await file.bytes());
    output.say(`${values.out}: ${rows.length} rows`);
    return exitCodes.fine;
  },
};
