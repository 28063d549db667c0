import { existsSync } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { askedSchemasOnly, leaveOut, versionOnly } from './bundle/leave-out.ts';
import { type FunctionName, functionNames } from './function-names.ts';

const repository = join(import.meta.dirname, '..');

/** Where the bundles lie: one folder a function, which is what Lambda gets. */
export const bundleFolder = join(repository, 'dist', 'functions');
export const bundleFile = (name: string, folder = bundleFolder): string => join(folder, name, 'index.mjs');

/** Where a function's source lies; tests of the run itself bundle functions of their own. */
export type SourceOf = (name: FunctionName) => string;

const sourceFile: SourceOf = (name) => join(repository, 'functions', `${name}.ts`);

/** Only these write schemas as JSON Schema; zod would carry the writing of it into every other bundle. */
const documents: readonly FunctionName[] = ['get-openapi', 'docs-page'];
const jsonSchema = /node_modules\/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/;

/** Functions that set papers; they read their font beside their code, which names it by `import.meta.url`. */
export const paperFunctions: readonly FunctionName[] = ['notice-pdf', 'report-pdf'];

/** The font, with its licence. */
const font = ['lib/adapters/pdf/noto-sans-sc.ttf.br', 'lib/adapters/pdf/noto-sans-sc.OFL.txt'];

/** Threads that a function starts, bundled beside its code by the file's own name. */
const threadsBeside: Partial<Record<FunctionName, readonly string[]>> = {
  'plan-consolidation': ['lib/threads/pass-thread.ts'],
};

const threadEntries = (names: readonly FunctionName[]) =>
  names.flatMap((name) =>
    (threadsBeside[name] ?? []).map((file) => ({
      in: join(repository, file),
      out: join(name, basename(file, '.ts')),
    })),
  );

const copyFonts = async (folder: string): Promise<void> => {
  for (const name of paperFunctions)
    for (const file of font) await copyFile(join(repository, file), join(folder, name, basename(file)));
};

/** What is negotiated about a request is its language alone. */
const neverNegotiated = /node_modules\/negotiator\/lib\/(mediaType|encoding|charset)\.js$/;

/** Parts of the SDK for other places than Lambda: the region from an instance's metadata, the adaptive retry mode, hashes where Node has none. */
const neverInLambda =
  /node_modules\/@smithy\/core\/.*\/(getInstanceMetadataRegion|DefaultRateLimiter|Sha256Js|Md5Js)\.js$/;

/** Functions that esbuild holds in memory together: all of them take 2.9 GB, these 0.8 GB, in the same time. */
const atOnce = 32;

/**
 * Bundles every function the same for deployment, for one machine and for the tests.
 * Throws where a function of the closed table has no file: it would be deployed as a route that always fails.
 */
export const bundleFunctions = async (folder = bundleFolder, sourceOf = sourceFile): Promise<Metafile> => {
  const missing = functionNames.filter((name) => !existsSync(sourceOf(name)));
  if (missing.length > 0) throw new Error(`these functions have no file yet: ${missing.join(', ')}`);
  await rm(folder, { recursive: true, force: true });
  const bundle = (names: readonly FunctionName[], plugins: readonly Plugin[]) =>
    build({
      absWorkingDir: repository,
      entryPoints: [
        ...names.map((name) => ({ in: sourceOf(name), out: join(name, 'index') })),
        ...threadEntries(names),
      ],
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      mainFields: ['module', 'main'],
      alias: {
        '@aws-sdk/credential-provider-node': join(import.meta.dirname, 'bundle', 'environment-credentials.ts'),
        '@aws-sdk/endpoint-cache': join(import.meta.dirname, 'bundle', 'no-endpoint-cache.ts'),
        '@smithy/core/event-streams': join(import.meta.dirname, 'bundle', 'no-event-streams.ts'),
      },
      plugins: [...plugins, versionOnly, askedSchemasOnly, leaveOut(neverInLambda), leaveOut(neverNegotiated)],
      metafile: true,
      legalComments: 'none',
      charset: 'utf8',
      logLevel: 'warning',
      // A dependency that is still CommonJS calls require() of Node's own modules and asks for its folder: ESM has neither.
      banner: {
        js: "import{createRequire as bannerRequire}from'node:module';const require=bannerRequire(import.meta.url),__dirname=import.meta.dirname;",
      },
    });
  const bundles: Metafile[] = [];
  const others = functionNames.filter((name) => !documents.includes(name));
  for (let first = 0; first < others.length; first += atOnce)
    bundles.push((await bundle(others.slice(first, first + atOnce), [leaveOut(jsonSchema)])).metafile);
  bundles.push((await bundle(documents, [])).metafile);
  await copyFonts(folder);
  return {
    inputs: Object.assign({}, ...bundles.map(({ inputs }) => inputs)),
    outputs: Object.assign({}, ...bundles.map(({ outputs }) => outputs)),
  };
};
