import { defineConfig } from 'vitest/config'

const ignored = ['**/node_modules/**', '**/build/**', '**/.local/**', '**/generated/**']
const integration = ['**/*.integration.test.{ts,tsx}', 'tests/architecture/**/*.test.ts', 'tests/isolation/**/*.test.ts']

/** `npm test` runs all three with the services they need. One alone: `npm test -- --only unit`. */
export default defineConfig({
  test: {
    // A process per file: a module that connects once connects for that file alone.
    pool: 'forks',
    // More would only take the processor from the services under test.
    maxWorkers: 2,
    coverage: {
      provider: 'v8',
      reportsDirectory: 'coverage',
      reporter: ['text-summary', 'html', 'json-summary'],
      include: ['packages/*/src/**/*.{ts,tsx}', 'apps/*/{app,server}/**/*.{ts,tsx}', 'infra/*/src/**/*.ts'],
      exclude: ['**/generated/**', '**/*.test.{ts,tsx}', '**/testing/**'],
    },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['**/*.test.{ts,tsx,mjs}'], exclude: [...ignored, ...integration, 'tests/e2e/**'] },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: integration,
          exclude: ignored,
          setupFiles: ['./tests/setup/own-redis-prefix.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        // One browser at a time, against the running sites.
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.ts'],
          exclude: ignored,
          testTimeout: 60_000,
          hookTimeout: 90_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
