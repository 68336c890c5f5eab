import { writeFileSync } from 'node:fs'
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node'

/** What one run of vitest came to. */
export type TestCounts = {
  readonly passed: number
  readonly failed: number
  readonly skipped: readonly { readonly name: string; readonly reason: string }[]
  readonly slowest: readonly { readonly name: string; readonly seconds: number }[]
}

/** Writes the counts of a run to the file named by TEST_COUNTS_FILE, for the runner that adds the runs up. */
class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const file = process.env['TEST_COUNTS_FILE']
    if (file !== undefined) writeFileSync(file, JSON.stringify(countTests(modules, unhandled.length)))
  }
}

function countTests(modules: readonly TestModule[], unhandledErrors: number): TestCounts {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const stateIs = (state: string) => tests.filter((test) => test.result().state === state)
  // A file that breaks before its tests are known has no tests to count: it counts as one failure.
  const brokenFiles = modules.filter((module) => module.errors().length > 0).length
  return {
    passed: stateIs('passed').length,
    failed: stateIs('failed').length + stateIs('pending').length + brokenFiles + unhandledErrors,
    skipped: stateIs('skipped').map((test) => ({ name: nameOf(test), reason: reasonOf(test) })),
    slowest: tests
      .map((test) => ({ name: nameOf(test), seconds: (test.diagnostic()?.duration ?? 0) / 1000 }))
      .sort((a, b) => b.seconds - a.seconds)
      .slice(0, 10),
  }
}

function nameOf(test: TestCase): string {
  return `${test.module.relativeModuleId}: ${test.fullName}`
}

function reasonOf(test: TestCase): string {
  const result = test.result()
  return (result.state === 'skipped' ? result.note : undefined) ?? 'the reason stands in the output of its file'
}

// vitest loads a reporter by its default export.
export default CountReporter
