import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import type { TestCounts } from './count-reporter.ts'

/** One command of the checks. `cores` is how much of a machine with two it takes while it runs. */
export type Step = {
  readonly name: string
  readonly command: readonly [program: string, ...words: string[]]
  readonly cores: 1 | 2
}

export type StepResult = {
  readonly name: string
  readonly passed: boolean
  readonly seconds: number
  readonly output: string
  readonly counts: TestCounts
}

const root = resolve(import.meta.dirname, '../..')
const coresToUse = 2

/**
 * Runs the steps in their order, as many at a time as two cores carry, and prints a line for each that ends.
 * With 'stop' nothing new starts after a failure; with 'go-on' every step gets its turn.
 */
export async function runSteps(steps: readonly Step[], afterFailure: 'stop' | 'go-on'): Promise<StepResult[]> {
  const waiting = [...steps]
  const running = new Map<string, Promise<StepResult>>()
  const results: StepResult[] = []
  let free: number = coresToUse
  while (waiting.length > 0 || running.size > 0) {
    for (let next = waiting[0]; next !== undefined && next.cores <= free; next = waiting[0]) {
      waiting.shift()
      free -= next.cores
      running.set(next.name, runStep(next))
    }
    const result = await Promise.race(running.values())
    running.delete(result.name)
    free += steps.find(({ name }) => name === result.name)?.cores ?? 0
    results.push(result)
    report(result)
    if (!result.passed && afterFailure === 'stop') waiting.length = 0
  }
  return results
}

/** Runs one step, its output kept; a test run counts each test, any other step counts as one. */
export async function runStep(step: Step): Promise<StepResult> {
  const folder = mkdtempSync(join(tmpdir(), 'checks-'))
  const countsFile = join(folder, 'counts.json')
  const start = performance.now()
  const { exitCode, output } = await runCommand(step.command, { TEST_COUNTS_FILE: countsFile })
  const seconds = (performance.now() - start) / 1000
  const counts = readCounts(countsFile, exitCode === 0)
  rmSync(folder, { recursive: true, force: true })
  return { name: step.name, passed: exitCode === 0 && counts.failed === 0, seconds, output, counts }
}

function readCounts(file: string, exitedWell: boolean): TestCounts {
  const whole: TestCounts = { passed: exitedWell ? 1 : 0, failed: exitedWell ? 0 : 1, skipped: [], slowest: [] }
  if (!existsSync(file)) return whole
  const counts = JSON.parse(readFileSync(file, 'utf8')) as TestCounts
  // A run that fails although no test did (no test found, a crash at the end) is one failure.
  return exitedWell || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}

type Ended = { readonly exitCode: number; readonly output: string }

function runCommand([program, ...words]: Step['command'], extra: Record<string, string>): Promise<Ended> {
  const bin = join(root, 'node_modules/.bin')
  const { NODE_ENV: _, ...inherited } = process.env
  const env = { ...inherited, ...extra, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`, NO_COLOR: '1' }
  return new Promise((done) => {
    const child = spawn(program, words, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (bytes: Buffer) => {
      output += bytes.toString('utf8')
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => done({ exitCode: 1, output: `${output}${error.message}\n` }))
    child.on('close', (code) => done({ exitCode: code ?? 1, output }))
  })
}

function report({ name, passed, seconds, output, counts }: StepResult): void {
  const tests = counts.slowest.length > 0 ? `  ${counts.passed} passed, ${counts.failed} failed` : ''
  console.log(`${passed ? 'ok    ' : 'FAILED'}  ${name.padEnd(13)} ${seconds.toFixed(1).padStart(6)} s${tests}`)
  if (!passed) console.log(`\n${output.trimEnd()}\n`)
}
