import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

type Suite = { readonly startsProduct?: boolean };

const suite = (name: string, timeoutMs: number, { startsProduct = false }: Suite = {}) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    exclude: [...configDefaults.exclude, 'dist/**', 'cdk.out/**'],
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    restoreMocks: true,
    globalSetup: startsProduct ? ['tests/support/build-once.ts'] : [],
    // Faults that a test provokes need no line of log between the results.
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT' },
  },
});

export default defineConfig({
  test: {
    // Files that start the product wait for it half of their time, so two at once pay even on two cores.
    maxWorkers: Math.min(4, Math.max(2, availableParallelism() - 1)),
    projects: [
      suite('unit', 20_000),
      suite('simulation', 60_000),
      suite('integration', 60_000, { startsProduct: true }),
      suite('journey', 180_000, { startsProduct: true }),
      suite('infra', 180_000),
      suite('e2e', 180_000, { startsProduct: true }),
    ],
    coverage: { provider: 'v8', include: ['lib/**', 'functions/**'] },
  },
});
