import { runSteps } from './run-steps.ts'
import { validationSteps } from './validation-steps.ts'

const results = await runSteps(validationSteps, 'stop')
const failed = results.filter((result) => !result.passed).map((result) => result.name)
const left = validationSteps.length - results.length
if (failed.length > 0) {
  console.log(`Failed: ${failed.join(', ')}${left > 0 ? `; ${left} not run` : ''}`)
  process.exitCode = 1
} else {
  console.log('Everything is in order.')
}
