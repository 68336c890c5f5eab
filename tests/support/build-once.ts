import { runStep } from './run-steps.ts'

/** Builds the app for the local tenant, once for all browser tests of a run (vitest's global set-up). */
export async function setup(): Promise<void> {
  const { passed, output } = await runStep({
    name: 'build',
    command: ['vite', 'build', '--mode', 'local-tenant'],
    cores: 1,
  })
  if (!passed) throw new Error(`The local app cannot be built:\n${output}`)
}
