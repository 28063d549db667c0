import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { operations } from '../../lib/contract/operations.ts';

const moduleName = 'virtual:routes';

/** The operations table without its schemas: what a browser needs to call it, and to know whom it would refuse. */
const routesOfTheTable: Plugin = {
  name: 'routes-of-the-table',
  resolveId: (id) => (id === moduleName ? `\0${moduleName}` : undefined),
  load: (id) => {
    if (id !== `\0${moduleName}`) return undefined;
    const rows = Object.values(operations).filter(({ path }) => path.startsWith('/v1/'));
    const routes = rows.map(({ name, method, path, roles }) => [name, { method, path, roles }]);
    return `export const routes = ${JSON.stringify(Object.fromEntries(routes))}`;
  },
};

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [routesOfTheTable],
  build: {
    outDir: join(import.meta.dirname, '..', 'dist'),
    emptyOutDir: true,
    target: 'es2023',
    // A strict policy allows no inlined files, and no script that polyfills what every browser of the target has.
    rolldownOptions: {
      input: { index: join(import.meta.dirname, 'index.html'), sw: join(import.meta.dirname, 'sw.ts') },
      // A service worker governs what lies below it, and is found at the same address after every build.
      output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
