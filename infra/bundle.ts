import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { type FunctionName, functionNames } from './function-names.ts';

const repository = join(import.meta.dirname, '..');

/** Where the bundles lie: one folder a function, which is what Lambda gets. */
export const bundleFolder = join(repository, 'dist', 'functions');
export const bundleFile = (name: string, folder = bundleFolder): string => join(folder, name, 'index.mjs');

const sourceFile = (name: string): string => join(repository, 'functions', `${name}.ts`);

export const missingFunctions = (): readonly FunctionName[] =>
  functionNames.filter((name) => !existsSync(sourceFile(name)));

/**
 * Bundles every function with one call of esbuild, the same for deployment, for one machine and for the tests.
 * Throws where a function of the closed table has no file: it would be deployed as a route that always fails.
 */
export const bundleFunctions = async (folder = bundleFolder): Promise<Metafile> => {
  const missing = missingFunctions();
  if (missing.length > 0) throw new Error(`functions/ has no file for: ${missing.join(', ')}`);
  await rm(folder, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: repository,
    entryPoints: functionNames.map((name) => ({ in: sourceFile(name), out: join(name, 'index') })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    // A dependency that is still CommonJS calls require() of Node's own modules, which ESM does not have.
    banner: { js: "import{createRequire as _r}from'node:module';const require=_r(import.meta.url);" },
  });
  return metafile;
};
