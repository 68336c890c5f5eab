import { ensureChromium } from './find-chromium.ts'
import { runSteps, type StepResult } from './run-steps.ts'
import { browserStep, validationSteps } from './validation-steps.ts'

const start = performance.now()
const results = await runSteps(validationSteps, 'go-on')
const hasBrowser = ensureChromium()
if (hasBrowser) results.push(...(await runSteps([browserStep], 'go-on')))

printSlowest(results)
const minutes = (performance.now() - start) / 60_000
console.log(`All of it took ${minutes.toFixed(1)} min.`)
closeWithCount(results)

function printSlowest(all: readonly StepResult[]): void {
  const slowest = all
    .flatMap(({ counts }) => counts.slowest)
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, 8)
  console.log('\nSlowest:')
  for (const { name, seconds } of slowest) console.log(`  ${seconds.toFixed(1).padStart(5)} s  ${name}`)
}

/** The last line, alone: tests and steps that passed and failed. A missing browser is a failure, not a silence. */
function closeWithCount(all: readonly StepResult[]): void {
  const skipped = all.flatMap(({ counts }) => counts.skipped)
  if (skipped.length > 0) console.log('\nSkipped:')
  for (const { name, reason } of skipped) console.log(`  ${name}: ${reason}`)
  const sum = (key: 'passed' | 'failed') => all.reduce((total, { counts }) => total + counts[key], 0)
  const failed = sum('failed') + (hasBrowser ? 0 : 1)
  console.log(`\n${sum('passed')} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`)
  process.exitCode = failed > 0 ? 1 : 0
}
