import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['**/*.e2e.test.ts', 'node_modules/**'],
    testTimeout: 60_000,
    maxWorkers: 2,
    setupFiles: ['tests/support/fail-on-console-error.ts'],
  },
})
