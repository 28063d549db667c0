import { configDefaults, defineConfig } from 'vitest/config';

const suite = (name: string, timeoutMs: number, parallel = true) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    exclude: [...configDefaults.exclude, 'dist/**', 'cdk.out/**'],
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    fileParallelism: parallel,
    restoreMocks: true,
    // Faults that a test provokes need no line of log between the results.
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT' },
  },
});

export default defineConfig({
  test: {
    projects: [
      suite('unit', 20_000),
      suite('simulation', 60_000),
      suite('integration', 60_000),
      suite('journey', 180_000, false),
      suite('infra', 180_000, false),
      suite('e2e', 180_000, false),
    ],
    coverage: { provider: 'v8', include: ['lib/**', 'functions/**'] },
  },
});
