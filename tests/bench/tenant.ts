import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { rawRequest, sendRequests } from './send-requests.ts'
import { judge, type Spread, spreadOf, tellSpread } from './statistics.ts'

// The local tenant beside the least that could stand in its place: a bare HTTP server on the same store.

const root = resolve(import.meta.dirname, '../..')
const requestCount = 4_000
const connections = 8

type Line = { readonly graph: string; readonly site?: string; readonly persons?: readonly { readonly token: string }[] }
type Started = { readonly child: ChildProcess; readonly line: Line; readonly port: number; readonly seconds: number }
type Command = { readonly name: string; readonly words: readonly string[] }

/** Start, memory and speed of the tenant with the demo world, by turns with its floor. */
export async function runBench(words: readonly string[]): Promise<boolean> {
  const runs = Number(words[words.indexOf('--runs') + 1]) || 9
  const folder = mkdtempSync(join(tmpdir(), 'bench-tenant-'))
  const tenant = { name: 'tenant', words: ['src/entry/run-command.mjs', 'tenant', '--data', folder] }
  const floor = { name: 'bare server', words: ['tests/bench/floors/http-with-store.mjs', folder] }
  try {
    // Fills the folder with the demo world, and makes the bundle.
    await end(await start(tenant))
    const starts = await compareStarts(tenant, floor, runs)
    const memory = await measureMemory(tenant)
    const speeds = await compareSpeeds(tenant, floor)
    return judge([
      { what: 'start / start of a bare server with the store', value: starts, atMost: 1.5, unit: 'times' },
      { what: 'resident with the demo world', value: memory, atMost: 150, unit: 'MB' },
      { what: 'time of 1,000 item reads', value: 1_000 / speeds.reads, atMost: 1, unit: 's' },
      { what: 'time of 1,000 item writes', value: 1_000 / speeds.writes, atMost: 1, unit: 's' },
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function start({ name, words }: Command): Promise<Started> {
  const begun = performance.now()
  const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((done, fail) => {
    let text = ''
    child.once('error', fail)
    child.once('exit', (code) => fail(new Error(`${name} ended with ${code}`)))
    child.stdout.on('data', (bytes: Buffer) => {
      text += bytes.toString('utf8')
      if (!text.includes('\n')) return
      const line = JSON.parse(text) as Line
      done({ child, line, port: Number(new URL(line.graph).port), seconds: (performance.now() - begun) / 1000 })
    })
  })
}

function end({ child }: Started): Promise<void> {
  child.removeAllListeners('exit')
  return new Promise((done) => {
    child.once('exit', () => done())
    child.kill('SIGTERM')
  })
}

async function compareStarts(tenant: Command, floor: Command, runs: number): Promise<number> {
  const seconds = { tenant: [] as number[], floor: [] as number[] }
  const one = async (command: Command, into: number[]): Promise<void> => {
    const started = await start(command)
    into.push(started.seconds)
    await end(started)
  }
  for (let run = 0; run < runs; run += 1) {
    const turns = [() => one(floor, seconds.floor), () => one(tenant, seconds.tenant)]
    for (const turn of run % 2 === 0 ? turns : turns.reverse()) await turn()
  }
  const spreads = { tenant: spreadOf(seconds.tenant), floor: spreadOf(seconds.floor) }
  console.log(`start of a bare server (floor)  ${tellSpread(inMs(spreads.floor), 'ms')}`)
  console.log(`start of the tenant             ${tellSpread(inMs(spreads.tenant), 'ms')}`)
  return spreads.tenant.median / spreads.floor.median
}

function inMs({ median, min, max }: Spread): Spread {
  return { median: median * 1000, min: min * 1000, max: max * 1000 }
}

/** Megabytes in use after the demo world has been asked for, as the system counts them (Linux). */
async function measureMemory(tenant: Command): Promise<number> {
  const started = await start(tenant)
  const { token, list } = placesOf(started.line)
  await sendRequests(started.port, 500, connections, () =>
    rawRequest('GET', `${list}/items?$expand=fields`, { token, status: 200 }),
  )
  const status = readFileSync(`/proc/${started.child.pid}/status`, 'utf8')
  await end(started)
  const megabytes = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) / 1024
  console.log(`resident after 500 pages of items  ${megabytes.toFixed(0)} MB`)
  return megabytes
}

function placesOf({ site = '', persons = [] }: Line) {
  return { token: persons[0]?.token ?? '', list: `/v1.0/sites/${site}/lists/AgendaItems` }
}

async function compareSpeeds(tenant: Command, floor: Command) {
  const bare = await start(floor)
  const floorReads = await sendRequests(bare.port, requestCount, connections, () =>
    rawRequest('GET', '/', { status: 200 }),
  )
  const body = { fields: { Title: 'Punkt', ItemKey: 'x' } }
  const floorWrites = await sendRequests(bare.port, requestCount, connections, () =>
    rawRequest('POST', '/', { body, status: 201 }),
  )
  await end(bare)
  const started = await start(tenant)
  const { token, list } = placesOf(started.line)
  const writes = await sendRequests(started.port, requestCount, connections, (number) =>
    rawRequest('POST', `${list}/items`, {
      token,
      body: { fields: { Title: 'Punkt', ItemKey: `bench-${number}`, MeetingKey: `m${number % 50}` } },
      status: 201,
    }),
  )
  const reads = await sendRequests(started.port, requestCount, connections, (number) =>
    rawRequest('GET', `${list}/items/${1 + (number % 1_000)}?$expand=fields`, { token, status: 200 }),
  )
  await end(started)
  console.log(`reads a second   bare server (floor) ${floorReads.toFixed(0)}, tenant ${reads.toFixed(0)}`)
  console.log(`writes a second  bare server (floor) ${floorWrites.toFixed(0)}, tenant ${writes.toFixed(0)}\n`)
  return { reads, writes }
}
