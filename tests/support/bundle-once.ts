import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleFunctions } from '../../infra/bundle.ts';

/** Bundles the functions once for all the tests of a run that start the product. */
export default async (): Promise<(() => Promise<void>) | undefined> => {
  if (process.env.BUNDLED_FUNCTIONS) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'inspect-once-functions-'));
  await bundleFunctions(folder);
  process.env.BUNDLED_FUNCTIONS = folder;
  return () => rm(folder, { recursive: true, force: true });
};
