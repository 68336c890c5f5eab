import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeCalendar } from './make-calendar.ts'
import { type Contestant, measureByTurns } from './measure-process.ts'
import { growthExponent, judge, tellSpread } from './statistics.ts'

const eventCounts = [1_000, 10_000, 100_000]

/** The linking engine as a whole process against one that only starts, reads and JSON-parses the same file. */
export async function runBench(words: readonly string[]): Promise<boolean> {
  const runs = Number(words[words.indexOf('--runs') + 1]) || 5
  const folder = mkdtempSync(join(tmpdir(), 'bench-link-'))
  try {
    return await compare(folder, runs)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function compare(folder: string, runs: number): Promise<boolean> {
  const growth = { floor: [] as [number, number][], engine: [] as [number, number][] }
  for (const events of eventCounts) {
    const path = join(folder, `${events}.json`)
    writeCalendar(path, events)
    const [floor, engine] = await measureByTurns([contestant('floors/parse-json.mjs', path), linker(path)], runs)
    if (floor === undefined || engine === undefined) throw new Error('Nothing was measured')
    growth.floor.push([events, floor.seconds.median])
    growth.engine.push([events, engine.seconds.median])
    console.log(`${String(events).padStart(7)} events, JSON.parse alone (floor)  ${tellSpread(floor.seconds, 's', 2)}`)
    console.log(`${String(events).padStart(7)} events, link                      ${tellSpread(engine.seconds, 's', 2)}`)
  }
  const most = eventCounts.length - 1
  const ratio = (growth.engine[most]?.[1] ?? Number.NaN) / (growth.floor[most]?.[1] ?? Number.NaN)
  const exponents = { floor: growthExponent(growth.floor), engine: growthExponent(growth.engine) }
  console.log(`growth exponents: floor ${exponents.floor.toFixed(2)}, link ${exponents.engine.toFixed(2)}\n`)
  return judge([
    { what: 'link / JSON.parse at 100,000 events', value: ratio, atMost: 2, unit: 'times' },
    { what: 'growth exponent above the floor', value: exponents.engine - exponents.floor, atMost: 0.1, unit: '' },
  ])
}

function contestant(script: string, path: string): Contestant {
  return { name: script, script: join('tests/bench', script), words: [path], goodExits: [0] }
}

function linker(path: string): Contestant {
  return { name: 'link', script: 'src/entry/run-command.mjs', words: ['link', path], goodExits: [0] }
}
