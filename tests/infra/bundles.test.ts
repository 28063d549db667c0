import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleFile, bundleFunctions } from '../../infra/bundle.ts';
import { type FunctionName, functionNames } from '../../infra/function-names.ts';

/** Kilobytes of minified code that a function may load when it starts cold. */
const budget = 400;

/** Functions that carry more than the table's client: signed links, another queue's or a channel's client. */
const larger: Partial<Record<FunctionName, number>> = {
  'list-visits': 450,
  'get-visit': 450,
  'check-in': 450,
  'record-results': 450,
  'get-notice': 450,
  'acknowledge-notice': 450,
  'notice-page': 450,
  'request-another-time': 450,
  'another-time-page': 450,
  'start-consolidation': 450,
  'publish-consolidation': 450,
  'insert-urgent': 450,
  'reschedule-visit': 450,
  'cancel-visit': 450,
  'veto-visit': 450,
  'send-notice': 500,
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
