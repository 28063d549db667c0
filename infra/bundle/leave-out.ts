import type { Plugin } from 'esbuild';

/**
 * Leaves modules out of bundles whose functions never call them: every export stands, and says so when it is called.
 * @param path which modules, by the absolute path that esbuild resolved
 */
export const leaveOut = (path: RegExp): Plugin => ({
  name: 'leave-out',
  setup: ({ onLoad }) => {
    onLoad({ filter: path }, async (module) => {
      const names = Object.keys(await import(module.path));
      return {
        contents: `const left=()=>{throw new Error('bundles leave this out: see infra/bundle.ts')};export{${names.map((name) => `left as ${name}`).join(',')}}`,
      };
    });
  },
});
