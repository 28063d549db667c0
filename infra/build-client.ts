import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import ts from 'typescript';
import { routesModule } from '../web/client/routes-module.ts';
import { clientTypes } from './client-types.ts';

const source = join(import.meta.dirname, '..', 'web', 'client');
/** Where the client lies as a package of its own. */
export const builtClient = join(import.meta.dirname, '..', 'dist', 'client');

/** Its modules, whose declarations name one another; the types of the calls are written out. */
const declared = ['main', 'client', 'send', 'problem', 'call-types', 'submit-in-parts'];

const routes: Plugin = {
  name: routesModule.name,
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^virtual:routes$/ }, ({ path }) => ({ path, namespace: 'routes' }));
    onLoad({ filter: /.*/, namespace: 'routes' }, () => ({ contents: routesModule.source, loader: 'js' }));
  },
};

const declarationOf = async (name: string): Promise<string> => {
  const fileName = join(source, `${name}.ts`);
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(await readFile(fileName, 'utf8'), {
    fileName,
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, isolatedDeclarations: true },
  });
  const [first] = diagnostics;
  if (first) throw new Error(`${name}.ts: ${ts.flattenDiagnosticMessageText(first.messageText, ' ')}`);
  return outputText.replaceAll(/(from '\.\/[\w-]+)\.ts'/g, "$1.js'");
};

/** Builds the client as a package that needs nothing but `fetch`: one file of code, and declarations. */
export const buildClient = async (folder = builtClient): Promise<void> => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: [join(source, 'main.ts')],
    outfile: join(folder, 'main.js'),
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    charset: 'utf8',
    plugins: [routes],
    logLevel: 'warning',
  });
  for (const name of declared) await writeFile(join(folder, `${name}.d.ts`), await declarationOf(name));
  await writeFile(join(folder, 'calls.d.ts'), clientTypes());
  await copyFile(join(source, 'package.json'), join(folder, 'package.json'));
};
