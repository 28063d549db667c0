import { hash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { importKinds } from '../../../lib/domain/catalogue/bulk-import.ts';
import type { Answer, Body } from '../../../web/client/call-types.ts';
import { noAnswer, type Outcome } from '../../../web/client/problem.ts';
import { connect, connectionHelp, connectionOptions, refusedBy } from './connection.ts';
import { exitCodes, type Output, type Subcommand, Unusable } from './subcommand.ts';

type Import = Answer<'get-import'>;

const options = {
  ...connectionOptions,
  again: { type: 'boolean', default: false },
  check: { type: 'boolean', default: false },
  faults: { type: 'string' },
} as const;

const help = [
  `usage: inspect-once import ${importKinds.join('|')} <file> [options]`,
  '',
  'Has a CSV, XLSX, JSON or NDJSON file of rows read into the district’s records, and waits until it was. The same file is',
  'the same import: interrupted, the same command looks on.',
  '',
  '  --again                read a file again that was imported before',
  '  --check                look through the file and tell its faulty rows, without importing any',
  '  --faults <file>        where to write which rows were not taken, and why; <file>.faults.csv',
  connectionHelp,
  '',
  'exit codes: 0 every row sound or taken, 1 refused, failed or rows left out, 2 wrong arguments, 3 no answer',
].join('\n');

const contentTypes = new Map<string, Body<'announce-import'>['contentType']>([
  ['.csv', 'text/csv'],
  ['.json', 'application/json'],
  ['.ndjson', 'application/x-ndjson'],
  ['.jsonl', 'application/x-ndjson'],
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
]);

const read = (path: string): Promise<Buffer> =>
  readFile(path).catch((cause: Error) => {
    throw new Unusable(cause.message);
  });

const upload = async (content: Buffer, { url, headers }: NonNullable<Import['upload']>): Promise<boolean> => {
  const body = new Uint8Array(content);
  const response = await fetch(url, { method: 'PUT', headers: { ...headers }, body }).catch(() => undefined);
  return response?.ok ?? false;
};

/** Keeps all faults of an import, of which the answer names the first alone. */
const keepFaults = async (url: string, path: string): Promise<boolean> => {
  const response = await fetch(url).catch(() => undefined);
  if (!response?.ok) return false;
  await writeFile(path, await response.bytes());
  return true;
};

const isUnderWay = ({ status }: Import): boolean => status === 'queued' || status === 'running';
const lookAgainMs = 500;

const sentenceOf = ({ status, progress, failure }: Import): string => {
  const { rows, created, changed, unchanged, faulty } = progress;
  const counts = `${rows} rows, ${created} created, ${changed} changed, ${unchanged} unchanged, ${faulty} left out`;
  return failure === undefined ? `${status}: ${counts}` : `${status}: ${failure}`;
};

/** A file of rows into the records: announced, uploaded, read by the service in the background. */
export const importFile: Subcommand = {
  summary: 'read items, businesses or units from a file',
  help,
  run: async (args, output) => {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [named, path, ...more] = positionals;
    const kind = importKinds.find((one) => one === named);
    if (!kind || path === undefined || more.length > 0) throw new Unusable(help);
    const contentType = contentTypes.get(extname(path).toLowerCase());
    if (!contentType) throw new Unusable(`${path}: rows come as ${[...contentTypes.keys()].join(', ')}`);
    const content = await read(path);
    const client = connect(values);

    const begin = async (): Promise<Outcome<Import>> => {
      const sha256 = hash('sha256', content, 'hex');
      const body = { kind, fileName: basename(path), contentType, bytes: content.length, sha256 };
      const announced = await client.call('announce-import', { body });
      if ('problem' in announced || isUnderWay(announced.value)) return announced;
      const { importId, upload: address } = announced.value;
      output.progress.show(undefined, `uploading ${content.length} bytes`);
      if (address && !(await upload(content, address))) return { problem: noAnswer(0) };
      return client.call('start-import', { params: { importId }, body: { again: values.again, check: values.check } });
    };
    let asked = await begin();
    while ('value' in asked && isUnderWay(asked.value)) {
      const { percent } = asked.value.progress;
      output.progress.show(percent === undefined ? undefined : percent / 100, sentenceOf(asked.value));
      await sleep(lookAgainMs);
      asked = await client.call('get-import', { params: { importId: asked.value.importId } });
    }
    if ('problem' in asked) return refusedBy(asked.problem, output);
    return tell(asked.value, { json: values.json, faultsPath: values.faults ?? `${path}.faults.csv` }, output);
  },
};

const tell = async (
  bulk: Import,
  { json, faultsPath }: { readonly json: boolean; readonly faultsPath: string },
  { say, complain }: Output,
) => {
  say(json ? JSON.stringify(bulk) : sentenceOf(bulk));
  for (const { row, field, reason } of bulk.faults.slice(0, 20)) complain(`  row ${row} ${field}: ${reason}`);
  if (bulk.faultsUrl) {
    const kept = await keepFaults(bulk.faultsUrl, faultsPath);
    complain(kept ? `all faults: ${faultsPath}` : 'the file of faults could not be fetched');
  }
  return bulk.status !== 'failed' && bulk.progress.faulty === 0 ? exitCodes.fine : exitCodes.faulty;
};
