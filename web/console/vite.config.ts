import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { routesModule } from '../client/routes-module.ts';

const resolved = `\0${routesModule.name}`;

const routesOfTheTable: Plugin = {
  name: 'routes-of-the-table',
  resolveId: (id) => (id === routesModule.name ? resolved : undefined),
  load: (id) => (id === resolved ? routesModule.source : undefined),
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
