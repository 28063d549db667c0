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
/** Of the e-mail service's hundred operations, the one that is called. Bundlers cannot see that the others have no effect. */
const emailOperation = 'SendEmail$';

const withoutUnasked = (source: string): string =>
  source.replaceAll(/^n0_registry\.registerError\(\w+\$, (\w+)\);$/gm, (line, name: string) =>
    errorsAskedFor.includes(name) ? line : '',
  );
const withoutUncalled = (source: string): string =>
  source.replaceAll(/^export var (\w+\$) = \[9,[^;]*?\n\];$/gm, (statement, name: string) =>
    name === emailOperation ? statement : `export var ${name} = [];`,
  );

/** Of the SDK's schemas, leaves the errors that are asked for and, of e-mail, the operation that is called. */
export const askedSchemasOnly: Plugin = {
  name: 'asked-schemas-only',
  setup: ({ onLoad }) => {
    onLoad({ filter: /node_modules\/@aws-sdk\/client-\w+\/dist-es\/schemas\/schemas_0\.js$/ }, async (module) => {
      const source = withoutUnasked(await readFile(module.path, 'utf8'));
      return { contents: module.path.includes('client-sesv2') ? withoutUncalled(source) : source };
    });
  },
};
