import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleFile, bundleFunctions } from '../../infra/bundle.ts';
import { type FunctionName, functionNames } from '../../infra/function-names.ts';

/** Kilobytes of minified code that a function may load when it starts cold. */
const budget = 400;

/** Behind queues, where nobody waits for a start: who speaks through the channels, who reads workbooks, who plans and keeps the proof. And those that set type, so that no other has to carry that. */
const larger: Partial<Record<FunctionName, number>> = {
  'send-notice': 450,
  'import-file': 450,
  'plan-consolidation': 450,
  'notice-pdf': 1900,
  'report-pdf': 1900,
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inspect-once-bundles-'));
  await bundleFunctions(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('bundles', () => {
  it('come one from each file in functions/, and every file there is a function', async () => {
    const files = await readdir(join(import.meta.dirname, '..', '..', 'functions'));
    expect(files.sort()).toEqual(functionNames.map((name) => `${name}.ts`).sort());
  });

  it.each(functionNames)('%s stays within its budget', async (name) => {
    expect((await stat(bundleFile(name, folder))).size / 1024).toBeLessThanOrEqual(larger[name] ?? budget);
  });
});
