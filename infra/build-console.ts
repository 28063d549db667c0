import { join } from 'node:path';
import { build } from 'vite';
import { builtConsole } from './console-files.ts';

/** Builds the console as it is deployed, into `folder`. */
export const buildConsole = async (folder = builtConsole): Promise<void> => {
  const configFile = join(import.meta.dirname, '..', 'web', 'console', 'vite.config.ts');
  await build({ configFile, logLevel: 'warn', build: { outDir: folder } });
};
