import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Spread, spreadOf } from './statistics.ts'

/** One run of a whole process, from its start to its end. */
type Run = { readonly seconds: number; readonly peakMb: number }

/** What is measured: a file run by plain Node, just as the npm scripts do. */
export type Contestant = {
  readonly name: string
  readonly script: string
  readonly words: readonly string[]
  /** Exit codes that count as done. */
  readonly goodExits: readonly number[]
}

export type Outcome = { readonly seconds: Spread; readonly peakMb: Spread }

const root = resolve(import.meta.dirname, '../..')

/** Runs the contestants by turns, `runs` times each after one warm-up, in alternating order. */
export async function measureByTurns(contestants: readonly Contestant[], runs: number): Promise<Outcome[]> {
  for (const one of contestants) await measureProcess(one)
  const all = contestants.map((one) => ({ one, done: [] as Run[] }))
  for (let run = 0; run < runs; run += 1) {
    for (const { one, done } of run % 2 === 0 ? all : [...all].reverse()) done.push(await measureProcess(one))
  }
  return all.map(({ done }) => ({
    seconds: spreadOf(done.map(({ seconds }) => seconds)),
    peakMb: spreadOf(done.map(({ peakMb }) => peakMb)),
  }))
}

async function measureProcess({ name, script, words, goodExits }: Contestant): Promise<Run> {
  const memoryFile = join(tmpdir(), `bench-memory-${process.pid}`)
  const command = ['--import', join(import.meta.dirname, 'note-memory.mjs'), script, ...words]
  const env = { ...process.env, BENCH_MEMORY_FILE: memoryFile }
  const start = performance.now()
  const { exitCode, said } = await new Promise<{ exitCode: number | null; said: string }>((done, fail) => {
    // What the process prints is read and thrown away: a full pipe would hold it up.
    const child = spawn(process.execPath, command, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let errors = ''
    child.stdout.resume()
    child.stderr.on('data', (bytes: Buffer) => {
      errors += bytes.toString('utf8')
    })
    child.on('error', fail)
    child.on('close', (code) => done({ exitCode: code, said: errors }))
  })
  const seconds = (performance.now() - start) / 1000
  if (exitCode === null || !goodExits.includes(exitCode)) throw new Error(`${name} ended with ${exitCode}:\n${said}`)
  const peakMb = Number(readFileSync(memoryFile, 'utf8')) / 1024
  rmSync(memoryFile)
  return { seconds, peakMb }
}
