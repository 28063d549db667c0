import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getRecord } from '../../../lib/app/record/get-record.ts';
import { admin, aRequest } from '../../support/a-request.ts';
import { fakeRecords } from '../../support/fakes/recorded.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verify-record-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const ref = { kind: 'visit', id: 'B1.v1' } as const;

const exported = async (...actions: readonly string[]): Promise<string> => {
  const records = fakeRecords();
  const history = actions.map((action) => ({ at: '2026-12-01T00:00:00.000Z', by: 'inspector-1', action }));
  records.keep(ref, { district: admin.district, history });
  return JSON.stringify(await getRecord({ records }, aRequest('get-record', { params: ref, principal: admin })));
};
const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['infra/commands/inspect-once.ts', 'verify-record', ...args], { encoding: 'utf8' });

describe('verify-record', () => {
  it('leaves with 0 where every chain holds, and tells how many entries each has', async () => {
    const { status, stdout, stderr } = run(file('whole.json', await exported('published', 'checked-in', 'done')));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ record: 'visit B1.v1', entries: 3, withheld: 0 });
  });

  it('leaves with 1 and names the entry where a file was changed by hand', async () => {
    const content = (await exported('published', 'checked-in', 'done')).replace('checked-in', 'looked-in');
    const { status, stderr } = run(file('changed.json', content));
    expect(status).toBe(1);
    expect(stderr).toMatch(/^visit B1\.v1: entry 2 is not what was written/);
  });

  it('finds by an earlier export that a whole chain was made anew', async () => {
    const earlier = file('earlier.json', await exported('published', 'checked-in'));
    const anew = file('anew.json', await exported('published', 'done', 'checked-in'));
    const { status, stderr } = run(anew, '--against', earlier);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'visit B1.v1: entry 2 is not the one of the earlier export\n',
    });
  });

  it('leaves with 2 for a file that is no record, or an option that it does not know', () => {
    expect(run(file('other.json', '{"items":[]}')).status).toBe(2);
    expect(run('--force').status).toBe(2);
    expect(run().stderr).toMatch(/^usage: inspect-once verify-record/);
  });
});
