import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * Leaves modules out of bundles whose functions never call them: every export stands, and says so when it is called.
 * @param path which modules, by the absolute path that esbuild resolved
 */
export const leaveOut = (path: RegExp): Plugin => ({
  name: 'leave-out',
  setup: ({ onLoad }) => {
    onLoad({ filter: path }, async (module) => {
      const declared = (await readFile(module.path, 'utf8')).matchAll(
        /^export (?:async )?(?:const|function|class) (\w+)/gm,
      );
      const names = [...declared].map(([, name]) => `left as ${name}`);
      const left = "function left(){throw new Error('bundles leave this out: see infra/bundle.ts')}";
      return { contents: `${left}export default left;export{${names.join(',')}}` };
    });
  },
});

/** The SDK's clients read nothing but the version from their package.json, and would carry all of it. */
export const versionOnly: Plugin = {
  name: 'version-only',
  setup: ({ onLoad }) => {
    onLoad({ filter: /node_modules\/@aws-sdk\/client-\w+\/package\.json$/ }, async (module) => {
      const { version } = JSON.parse(await readFile(module.path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/** The errors of the SDK that the product tells apart by class; the others keep their name and status without one. */
const errorsAskedFor = ['ConditionalCheckFailedException'];

/** Of the SDK's errors, those of operations that nobody calls among them, leaves only the classes that are asked for. */
export const askedErrorsOnly: Plugin = {
  name: 'asked-errors-only',
  setup: ({ onLoad }) => {
    onLoad({ filter: /node_modules\/@aws-sdk\/client-\w+\/dist-es\/schemas\/schemas_0\.js$/ }, async (module) => {
      const source = await readFile(module.path, 'utf8');
      const contents = source.replaceAll(/^n0_registry\.registerError\(\w+\$, (\w+)\);$/gm, (line, name: string) =>
        errorsAskedFor.includes(name) ? line : '',
      );
      return { contents };
    });
  },
};
