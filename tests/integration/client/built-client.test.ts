import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildClient } from '../../../infra/build-client.ts';
import { type Local, startLocal } from '../../../infra/local/start-local.ts';
import { signedIn } from '../../support/district/http-client.ts';
import { place, planBody, smallDistrict } from '../../support/district/small-district.ts';

// A program that has the built package alone, outside this repository.

const run = promisify(execFile);
let local: Local;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'inspect-once-client-'));
  [local] = await Promise.all([
    startLocal({ port: 0 }),
    buildClient(join(folder, 'node_modules', '@inspect-once', 'client')),
  ]);
  await local.moveClock(new Date('2026-11-23T01:00:00.000Z'));
  const admin = await signedIn(local, { role: 'admin' });
  for (const year of [2026, 2027]) await admin('PUT', `/v1/calendar/${year}`, { body: smallDistrict.calendar });
  for (const part of ['items', 'units', 'businesses'] as const)
    await admin('POST', `/v1/${part}/import`, { body: { [part]: smallDistrict[part] } });
});
afterAll(async () => {
  await local?.stop();
  rmSync(folder, { recursive: true });
});

const program = `
import { type Answer, type Body, inspectOnce, Refused } from '@inspect-once/client';

declare const process: { readonly env: Readonly<Record<string, string>> };
const { BASE_URL: baseUrl = '', TOKEN = '', PLAN = '' } = process.env;
const client = inspectOnce({ baseUrl, token: async () => TOKEN, language: 'en' });

const plan: Body<'submit-plan'> = JSON.parse(PLAN);
const submitted = await client.call('submit-plan', { body: plan, key: 'the-same' });
const again = await client.call('submit-plan', { body: plan, key: 'the-same' });
if ('problem' in submitted || 'problem' in again) throw new Error('refused');

const businesses: string[] = [];
for await (const row of client.rows('list-plan-requests', { params: { planId: submitted.value.planId } })) businesses.push(row.businessId);

const refused = await client.call('submit-plan', { body: { ...plan, items: ['F9'] } });
const kind = 'problem' in refused && refused.problem.type === 'plan-refused' ? refused.problem.errors[0]?.path : undefined;
const thrown = await client.rows('list-plan-requests', { params: { planId: 'nothing' } }).next().catch((fault: unknown) =>
  fault instanceof Refused ? fault.problem.type : 'other');

const misspelt = async (): Promise<Answer<'get-plan'> | undefined> => {
  // @ts-expect-error no such operation
  await client.call('submit-plans');
  // @ts-expect-error no such field of the body
  await client.call('withdraw-plan', { params: { planId: 'x' }, body: { because: 'x' } });
  // @ts-expect-error no such problem
  return 'problem' in refused && refused.problem.type === 'plan-refussed' ? undefined : undefined;
};
console.log(JSON.stringify({ same: submitted.value.planId === again.value.planId, businesses, kind, thrown, misspelt: typeof misspelt }));
`;

test('a program outside the repository compiles against the built package and works', async () => {
  const compilerOptions = { strict: true, noEmit: true, module: 'NodeNext', target: 'ES2023', types: [] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'program.ts'), program);

  await expect(run(join(process.cwd(), 'node_modules', '.bin', 'tsc'), ['-p', folder])).resolves.toMatchObject({
    stdout: '',
  });
  const TOKEN = await local.token({ role: 'planner', district: 'shangcheng', department: 'fire' });
  const env = { ...process.env, BASE_URL: local.baseUrl, TOKEN, PLAN: JSON.stringify(planBody()) };
  const { stdout } = await run(process.execPath, ['program.ts'], { cwd: folder, env });
  expect(JSON.parse(stdout)).toEqual({
    same: true,
    businesses: [1, 2, 3, 4].map(place),
    kind: 'items[0]',
    thrown: 'not-found',
    misspelt: 'function',
  });
});
