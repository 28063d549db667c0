import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleFunctions } from '../../infra/bundle.ts';
import { synthesize } from '../../infra/local/template/synthesize.ts';

/** Bundles the functions and synthesizes the stacks once for all the tests of a run that start the product. */
export default async (): Promise<(() => Promise<void>) | undefined> => {
  if (process.env.BUNDLED_FUNCTIONS) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'inspect-once-built-'));
  const templates = join(folder, 'templates.json');
  await bundleFunctions(join(folder, 'functions'));
  await writeFile(templates, JSON.stringify(await synthesize()));
  process.env.BUNDLED_FUNCTIONS = join(folder, 'functions');
  process.env.SYNTHESIZED_TEMPLATES = templates;
  return () => rm(folder, { recursive: true, force: true });
};
