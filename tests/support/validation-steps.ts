import type { Step } from './run-steps.ts'

const counting = ['--reporter=default', '--reporter=./tests/support/count-reporter.ts'] as const

/** Everything that is checked without a browser, the quick ones first. */
export const validationSteps: readonly Step[] = [
  { name: 'format', command: ['biome', 'format', '.'], cores: 1 },
  { name: 'lint', command: ['biome', 'lint', '.'], cores: 1 },
  { name: 'types', command: ['tsc', '-p', '.'], cores: 1 },
  { name: 'deadcode', command: ['knip'], cores: 1 },
  { name: 'architecture', command: ['vitest', 'run', 'tests/architecture', ...counting], cores: 1 },
  { name: 'build', command: ['vite', 'build'], cores: 1 },
  { name: 'unit', command: ['vitest', 'run', '--exclude', 'tests/architecture/**', ...counting], cores: 2 },
]

/** The journeys in a real browser. */
export const browserStep: Step = {
  name: 'browser',
  command: ['vitest', 'run', '--config', 'vitest.e2e.config.ts', ...counting],
  cores: 2,
}
