import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { routesModule } from '../client/routes-module.ts';
import { settingBoundsModule } from './setting-bounds-module.ts';

/** What the console carries of the contract: written when it is built, so that no schema reaches the browser. */
const fromTheContract: readonly Plugin[] = [routesModule, settingBoundsModule].map(({ name, source }) => ({
  name,
  resolveId: (id) => (id === name ? `\0${name}` : undefined),
  load: (id) => (id === `\0${name}` ? source : undefined),
}));

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [...fromTheContract],
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
