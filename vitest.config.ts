import { configDefaults, defineConfig } from 'vitest/config';

type Suite = { readonly parallel?: boolean; readonly startsProduct?: boolean };

const suite = (name: string, timeoutMs: number, { parallel = true, startsProduct = false }: Suite = {}) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    exclude: [...configDefaults.exclude, 'dist/**', 'cdk.out/**'],
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    fileParallelism: parallel,
    restoreMocks: true,
    globalSetup: startsProduct ? ['tests/support/build-once.ts'] : [],
    // Faults that a test provokes need no line of log between the results.
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT' },
  },
});

export default defineConfig({
  test: {
    projects: [
      suite('unit', 20_000),
      suite('simulation', 60_000),
      suite('integration', 60_000, { startsProduct: true }),
      suite('journey', 180_000, { parallel: false, startsProduct: true }),
      suite('infra', 180_000, { parallel: false }),
      suite('e2e', 180_000, { parallel: false, startsProduct: true }),
    ],
    coverage: { provider: 'v8', include: ['lib/**', 'functions/**'] },
  },
});
