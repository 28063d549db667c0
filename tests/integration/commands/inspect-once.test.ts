import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Local, startLocal } from '../../../infra/local/start-local.ts';
import { readTableFile, tableFile } from '../../../web/tables/table-file.ts';
import { type HttpClient, signedIn } from '../../support/district/http-client.ts';
import { place, planBody, smallDistrict } from '../../support/district/small-district.ts';

// The command as people and scripts run it, against the whole product.

let local: Local;
let folder: string;
const tokens = new Map<string, string>();
const clients = new Map<string, HttpClient>();
const claimsOf = {
  planner: { role: 'planner', department: 'fire' },
  coordinator: { role: 'coordinator' },
  reviewer: { role: 'reviewer', level: 1, department: 'fire' },
  admin: { role: 'admin' },
} as const;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'inspect-once-command-'));
  local = await startLocal({ port: 0 });
  await local.moveClock(new Date('2026-11-23T01:00:00.000Z'));
  for (const [name, claims] of Object.entries(claimsOf)) {
    tokens.set(name, await local.token({ district: 'shangcheng', ...claims }));
    clients.set(name, await signedIn(local, claims));
  }
  for (const year of [2026, 2027]) await as('admin')('PUT', `/v1/calendar/${year}`, { body: smallDistrict.calendar });
  for (const part of ['items', 'units'] as const)
    await as('admin')('POST', `/v1/${part}/import`, { body: { [part]: smallDistrict[part] } });
});
afterAll(async () => {
  await local?.stop();
  rmSync(folder, { recursive: true });
});

const as = (role: string): HttpClient => clients.get(role) as HttpClient;
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

type Ran = { readonly code: number; readonly out: string; readonly err: string };
const run = (role: keyof typeof claimsOf | undefined, ...args: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const env = {
      ...process.env,
      INSPECT_ONCE_URL: local.baseUrl,
      INSPECT_ONCE_TOKEN: role && tokens.get(role),
      LANG: 'C',
    };
    const child = execFile(
      process.execPath,
      ['infra/commands/inspect-once.ts', ...args],
      { env },
      (_, stdout, stderr) => {
        resolve({ code: child.exitCode ?? -1, out: stdout.trim(), err: stderr.trim() });
      },
    );
  });

describe('import', () => {
  const row = ({
    businessId,
    name,
    address,
    street,
    grid,
    industry,
    creditGrade,
  }: (typeof smallDistrict.businesses)[0]) =>
    [businessId, name, address, street, grid, industry, creditGrade].join(',');
  const head = 'businessId,name,address,street,grid,industry,creditGrade';

  test('reads a file into the records, and keeps every faulty row with its reason', async () => {
    const [first, ...others] = smallDistrict.businesses.map(row);
    const path = file('businesses.csv', `${[head, first, 'nonsense,x,x,S01,S01-G01,hotel,A', ...others].join('\n')}\n`);
    const { code, out, err } = await run('admin', 'import', 'businesses', path);
    expect({ code, out }).toEqual({
      code: 1,
      out: 'done: 9 rows, 8 created, 0 changed, 0 unchanged, 1 left out',
    });
    expect(err).toContain('row 2 businessId');
    expect(readFileSync(`${path}.faults.csv`, 'utf8')).toContain('businessId');
  });

  test('looks through a file first where that is asked for, and imports nothing of it', async () => {
    const { businessId: _, ...some } = smallDistrict.businesses[0] ?? {};
    const path = file('check.ndjson', `${JSON.stringify({ ...some, businessId: place(99) })}\n{}\n`);
    const { code, out, err } = await run('admin', 'import', 'businesses', path, '--check');
    expect({ code, out }).toEqual({
      code: 1,
      out: 'checked: 2 rows, 0 created, 0 changed, 0 unchanged, 1 left out',
    });
    expect(err).toContain('row 2 name');
    expect((await as('admin')('GET', `/v1/businesses/${place(99)}`)).status).toBe(404);
  });

  test('is wrong usage for a kind or a file that it does not know', async () => {
    const [kind, ending] = await Promise.all([
      run('admin', 'import', 'visits', 'x.csv'),
      run('admin', 'import', 'units', 'x.pdf'),
    ]);
    expect([kind.code, ending.code]).toEqual([2, 2]);
  });
});

describe('submit', () => {
  const options = [
    '--title=十二月检查',
    '--type=routine',
    '--mode=announced',
    '--from=2026-12-01',
    '--due=2026-12-18',
    '--items=F1',
    '--legal-basis=年度检查计划',
    '--approved-by=局长',
  ];

  test('takes a plan as JSON, and leaves nothing beside the file', async () => {
    const path = file('plan.json', JSON.stringify(planBody()));
    const { code, out } = await run('planner', 'submit', path, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ requests: 4, status: 'submitted' });
    expect(existsSync(`${path}.sent.json`)).toBe(false);
  });

  test('takes a workbook of businesses, the rest by options', async () => {
    const rows = [[place(5)], [place(6)]];
    const path = file('targets.xlsx', await (await tableFile('xlsx', ['主体编号'], rows)).bytes());
    expect(await run('planner', 'submit', path, ...options)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/: 2 requests$/),
    });
  });

  test('sends nothing of a table with faulty rows, and says which', async () => {
    const path = file('faulty.csv', `businessId\n${place(7)}\nnonsense\n${place(7)}\n`);
    const { code, out, err } = await run('planner', 'submit', path, ...options);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('row 2 NONSENSE');
    expect(err).toContain(`row 3 ${place(7)}`);
    expect((await run('planner', 'submit', path, '--skip-faulty', ...options)).code).toBe(0);
  });

  test('goes on with the draft that an interrupted run had begun', async () => {
    const plan = planBody({ title: '分批' });
    const { businesses, ...header } = { partners: [], orderedFromAbove: false, ...plan };
    const draft = await as('planner')('POST', '/v1/plans', { body: { ...header, draft: true } });
    const { planId } = draft.json;
    await as('planner')('POST', `/v1/plans/${planId}/requests`, { body: { businesses: businesses.slice(0, 1) } });
    const path = file('parts.json', JSON.stringify(plan));
    const kept = (read: string) => ({
      at: local.baseUrl,
      of: 'x',
      key: 'x',
      begun: { planId, header: read, sent: [place(1)] },
    });
    const asRead = {
      title: '分批',
      type: 'routine',
      mode: 'announced',
      window: plan.window,
      items: plan.items,
      legalBasis: plan.legalBasis,
      approval: plan.approval,
      partners: [],
      orderedFromAbove: false,
      draft: false,
    };
    writeFileSync(`${path}.sent.json`, JSON.stringify(kept(JSON.stringify(asRead))));
    expect(await run('planner', 'submit', path)).toMatchObject({ code: 0, out: `${planId}: 4 requests` });
    expect(existsSync(`${path}.sent.json`)).toBe(false);
  });

  test('tells a refusal field by field', async () => {
    const path = file('unknown.json', JSON.stringify(planBody({ items: ['F9'] })));
    const { code, err } = await run('planner', 'submit', path, '--language', 'en');
    expect(code).toBe(1);
    expect(err).toMatch(/^422 .*\n {2}items\[0\]: /);
  });
});

describe('watch', () => {
  test('waits for the proposal, then for the publication, and says by its exit code what came of it', async () => {
    const body = { from: '2026-12-01', to: '2026-12-31', planningSeconds: 1 };
    const { consolidationId } = (await as('coordinator')('POST', '/v1/consolidations', { body })).json;
    expect(await run('coordinator', 'watch', consolidationId)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/requests, \d+ visits/),
    });
    const late = await run('coordinator', 'watch', consolidationId, '--until=published', '--timeout=1');
    expect(late.code).toBe(4);

    const [published] = await Promise.all([
      run('coordinator', 'watch', consolidationId, '--until=published', '--json'),
      (async () => {
        const path = `/v1/consolidations/${consolidationId}`;
        await as('reviewer')('POST', `${path}/reviews`, { body: { decision: 'approved' } });
        await as('coordinator')('POST', `${path}/publish`);
        await local.drain();
      })(),
    ]);
    expect(published.code).toBe(0);
    expect(JSON.parse(published.out).status).toBe('published');
  });

  test('fails for one that does not exist', async () => {
    expect(await run('coordinator', 'watch', 'nothing')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^404 /),
    });
  });
});

describe('export', () => {
  const period = ['--from=2026-12-01', '--to=2026-12-31'];

  test('writes the visits as CSV, and the same ones as a workbook and as JSON', async () => {
    const path = join(folder, 'visits.xlsx');
    const [csv, xlsx, json] = await Promise.all([
      run('coordinator', 'export', 'visits', ...period),
      run('coordinator', 'export', 'visits', ...period, '--out', path),
      run('coordinator', 'export', 'visits', ...period, '--format=json'),
    ]);
    const ids = JSON.parse(json.out).map(({ visitId }: { visitId: string }) => visitId);
    expect(ids.length).toBeGreaterThan(0);
    const rows = csv.out.replace(/^\uFEFF/, '').split('\r\n');
    expect(rows[0]).toMatch(/^visitId,day,start/);
    expect(rows.slice(1).map((line) => line.split(',')[0])).toEqual(ids);
    expect(xlsx.code).toBe(0);
    const sheet = await readTableFile(new File([readFileSync(path)], 'visits.xlsx'));
    expect(sheet?.slice(1).map(([id]) => id)).toEqual(ids);
  });

  test('writes the figures by what they are grouped by, their total last', async () => {
    const { code, out } = await run('coordinator', 'export', 'figures', ...period, '--group-by=street');
    expect(code).toBe(0);
    const rows = out.replace(/^\uFEFF/, '').split('\r\n');
    expect(rows[0]).toMatch(/^street,requestsDone,visits/);
    expect(rows.at(-1)).toMatch(/^total,0,0/);
  });

  test('is wrong usage for another grouping, or a workbook without a file', async () => {
    const [grouping, workbook] = await Promise.all([
      run('coordinator', 'export', 'figures', '--group-by=weather'),
      run('coordinator', 'export', 'figures', '--format=xlsx'),
    ]);
    expect([grouping.code, workbook.code]).toEqual([2, 2]);
  });
});

test('a token of the local run signs in, and one for no role is refused', async () => {
  const [fine, none] = await Promise.all([
    run(undefined, 'token', 'planner', '--department', 'fire'),
    run(undefined, 'token', 'king'),
  ]);
  expect([fine.code, none.code]).toEqual([0, 1]);
  const answer = await fetch(`${local.baseUrl}/v1/plans`, { headers: { authorization: `Bearer ${fine.out}` } });
  expect(answer.status).toBe(200);
});

test('exit codes tell wrong usage from a service that does not answer', async () => {
  const [nobody, unknown, option, nowhere] = await Promise.all([
    run(undefined, 'export', 'visits'),
    run('planner', 'sumbit'),
    run('planner', 'watch', 'x', '--untill=published'),
    run('planner', 'token', 'planner', '--base-url=http://127.0.0.1:1'),
  ]);
  expect([nobody.code, unknown.code, option.code, nowhere.code]).toEqual([2, 2, 2, 3]);
  expect(nobody.err).toContain('INSPECT_ONCE_TOKEN');
});

test('--help names every command, and says of each what it takes and what its exit codes mean', async () => {
  const overview = await run(undefined, '--help');
  const names = [...overview.out.matchAll(/^ {2}([a-z-]+) {2,}/gm)].flatMap(([, name = '']) => name);
  expect(names).toEqual(['submit', 'watch', 'export', 'import', 'token', 'verify-draw', 'verify-record']);
  expect(overview.code).toBe(0);
  for (const name of names) {
    const { code, out } = await run(undefined, name, '--help');
    expect(code, name).toBe(0);
    expect(out).toMatch(new RegExp(`^usage: inspect-once ${name}[ |]`));
    expect(out).toMatch(/exit codes: 0 \w+/);
  }
});
