import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bruteForce } from '../../support/planner/brute-force.ts';
import { unpriced } from '../../support/planner/certificates.ts';
import { tinyInstanceOf } from '../../support/planner/tiny-instance.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verify-plan-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['infra/commands/verify-plan.ts', ...args], { encoding: 'utf8' });

describe('verify-plan', () => {
  const instance = tinyInstanceOf(1);
  const { plan, cost } = bruteForce(instance);
  const files = () =>
    [file('instance.json', instance), file('plan.json', plan), file('certificate.json', unpriced)] as const;

  it('prints one line of figures and leaves with 0 where all is true', () => {
    const { status, stdout, stderr } = run(...files());
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([{ verified: true, cost, bound: 0 }]);
  });

  it('names the faults and leaves with 1 where something is false', () => {
    const [instanceFile, , certificate] = files();
    const { status, stdout, stderr } = run(
      instanceFile,
      file('empty.json', { visits: [], unscheduled: [] }),
      certificate,
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/^fault: R0 is accounted for 0 times/);
    expect(JSON.parse(stdout)).toMatchObject({ verified: false });
  });

  it('takes the files packed as they are downloaded, and misses one that is not there', () => {
    const packed = files().map((path) => {
      writeFileSync(`${path}.gz`, gzipSync(readFileSync(path)));
      return `${path}.gz`;
    });
    const { status, stdout } = run(...packed);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ verified: true, cost });
    expect(run(...packed.slice(0, 2), join(folder, 'missing.json.gz')).status).toBe(2);
  });

  it('leaves with 2 where the input is unusable', () => {
    const [instanceFile, planFile, certificate] = files();
    for (const args of [
      [instanceFile, planFile],
      [instanceFile, planFile, join(folder, 'missing.json')],
      [instanceFile, file('broken.json', '{'), certificate],
      [file('format.json', { ...instance, format: 2 }), planFile, certificate],
      [instanceFile, planFile, certificate, '--weights', '1,2,3'],
      [instanceFile, planFile, certificate, '--trust', 'me'],
    ]) {
      const { status, stdout, stderr } = run(...args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).not.toBe('');
    }
  });
});
