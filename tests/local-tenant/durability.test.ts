import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openTenant } from '../../src/local-tenant/tenant.ts'
import { askWith } from './support/graph-of.ts'
import { siteId, smallWorld, startOfWorld } from './support/small-world.ts'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'moedetraad-tenant-'))
  folders.push(folder)
  return folder
}

type Started = { readonly process: ChildProcess; readonly graph: string; readonly token: string; readonly site: string }

function start(folder: string): Promise<Started> {
  const process = spawn('node', ['src/entry/run-command.mjs', 'tenant', '--data', folder, '--seed', 'tom'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    let text = ''
    process.once('exit', (code) => reject(new Error(`the tenant ended with ${code}`)))
    process.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (!text.includes('\n')) return
      const { graph, persons, site } = JSON.parse(text)
      resolve({ process, graph, token: persons[0].token, site })
    })
  })
}

type Row = { readonly id: string; readonly fields: { readonly ProposalKey?: string; readonly Title?: string } }
type Page<T> = {
  readonly value: readonly T[]
  readonly '@odata.nextLink'?: string
  readonly '@odata.deltaLink'?: string
}

async function readAll<T>(run: Started, address: string): Promise<{ rows: T[]; deltaLink: string }> {
  const headers = { Authorization: `Bearer ${run.token}` }
  const rows: T[] = []
  let deltaLink = ''
  for (let next: string | undefined = address; next !== undefined; ) {
    const page: Page<T> = await (await fetch(next, { headers })).json()
    rows.push(...page.value)
    deltaLink = page['@odata.deltaLink'] ?? ''
    next = page['@odata.nextLink']
  }
  return { rows, deltaLink }
}

/** What was acknowledged, by kind; the last of a chain for what is changed again and again. */
type Promised = { rows: string[]; events: string[]; title: number; file: number }

// Writes of every kind at once, each noted when its answer has come, until the process is gone.
async function writeUntilKilled(
  run: Started,
  promised: Promised,
  mark: string,
  [many, wait]: readonly [number, number],
) {
  let acknowledged = 0
  const headers = { Authorization: `Bearer ${run.token}`, 'Content-Type': 'application/json' }
  const items = `${run.graph}/sites/${run.site}/lists/Proposals/items`
  const send = (method: string, address: string, body: unknown): Promise<number> =>
    fetch(address, { method, headers, body: JSON.stringify(body) }).then(
      async (answer) => {
        await answer.arrayBuffer()
        return answer.status
      },
      // The process is gone: nothing was acknowledged.
      () => 0,
    )
  const writer = async (name: string, write: (number: number) => Promise<number>, note: (number: number) => void) => {
    for (let number = 1; ; number += 1) {
      const status = await write(number).catch(() => 0)
      if (status === 0) return
      if (status >= 300) throw new Error(`${name} was answered ${status}`)
      note(number)
      acknowledged += 1
      if (acknowledged === many) setTimeout(() => run.process.kill('SIGKILL'), wait)
    }
  }
  const row = (who: number) => (number: number) =>
    send('POST', items, { fields: { Title: mark, ProposalKey: `${mark}-${who}-${number}` } })
  const event = (number: number) => ({
    subject: `${mark} ${number}`,
    start: { dateTime: '2026-09-01T09:00:00', timeZone: 'UTC' },
    end: { dateTime: '2026-09-01T10:00:00', timeZone: 'UTC' },
  })
  const [titles, files] = [promised.title, promised.file]
  await Promise.all([
    ...[0, 1, 2].map((who) => writer('row', row(who), (number) => promised.rows.push(`${mark}-${who}-${number}`))),
    writer(
      'event',
      (number) => send('POST', `${run.graph}/me/events`, event(number)),
      (number) => promised.events.push(`${mark} ${number}`),
    ),
    writer(
      'title',
      (number) => send('PATCH', `${items}/1/fields`, { Title: `${titles + number}` }),
      (number) => {
        promised.title = titles + number
      },
    ),
    writer(
      'file',
      (number) => send('PUT', `${run.graph}/sites/${run.site}/drive/root:/a.json:/content`, files + number),
      (number) => {
        promised.file = files + number
      },
    ),
  ])
}

// After how many acknowledgements of a round the process is killed, and how many milliseconds later still.
const kills = [
  [40, 0],
  [150, 7],
  [75, 1],
  [200, 13],
  [30, 3],
  [110, 0],
] as const

test('kill -9 at any moment under load loses no acknowledged write and doubles none; tokens and delta go on', async () => {
  const folder = aFolder()
  const promised: Promised = { rows: [], events: [], title: 0, file: 0 }
  let run = await start(folder)
  const items = `/sites/${run.site}/lists/Proposals/items`
  const headers = { Authorization: `Bearer ${run.token}`, 'Content-Type': 'application/json' }
  await fetch(`${run.graph}${items}`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ fields: { Title: '0', ProposalKey: 'first' } }),
  })
  for (const [round, kill] of kills.entries()) {
    const { deltaLink } = await readAll<Row>(run, `${run.graph}${items}/delta?token=latest`)
    const before = promised.rows.length
    await writeUntilKilled(run, promised, `r${round}`, kill)
    const killed = run
    run = await start(folder)
    const told = await readAll<Row>(run, deltaLink.replace(killed.graph, run.graph))
    const news = new Set(told.rows.map(({ fields }) => fields.ProposalKey))
    expect(promised.rows.slice(before).filter((key) => !news.has(key))).toEqual([])
  }
  const { rows } = await readAll<Row>(run, `${run.graph}${items}?$expand=fields&$top=1000`)
  const keys = rows.map(({ fields }) => fields.ProposalKey)
  const events = await readAll<{ subject: string }>(run, `${run.graph}/me/events?$select=subject&$top=1000`)
  const subjects = events.rows.map(({ subject }) => subject)
  const file = await fetch(`${run.graph}/sites/${run.site}/drive/root:/a.json:/content`, { headers })
  const kept = {
    lostRows: promised.rows.filter((key) => keys.filter((known) => known === key).length !== 1),
    lostEvents: promised.events.filter((subject) => subjects.filter((known) => known === subject).length !== 1),
    // The last may have been written without its answer arriving: then the one after is there.
    title: Number(rows.find(({ id }) => id === '1')?.fields.Title) - promised.title,
    file: Number(await file.text()) - promised.file,
  }
  run.process.kill('SIGKILL')
  expect(kept).toMatchObject({ lostRows: [], lostEvents: [] })
  expect([0, 1]).toContain(kept.title)
  expect([0, 1]).toContain(kept.file)
  expect(Math.min(promised.rows.length, promised.events.length, promised.title, promised.file)).toBeGreaterThan(
    kills.length,
  )
}, 120_000)

test('a folder that holds a world keeps it, whatever world is offered later', async () => {
  const folder = aFolder()
  const open = () => openTenant({ dataDir: folder, now: () => new Date(startOfWorld), world: smallWorld() })
  const first = open()
  await askWith(first, first.issueScriptToken('anna'))('POST', `/sites/${siteId}/lists/Notes/items`, {
    fields: { NoteKey: 'k' },
  })
  first.close()
  const second = open()
  const items = await askWith(second, second.issueScriptToken('anna'))('GET', `/sites/${siteId}/lists/Notes/items`)
  second.close()
  expect(items.json.value).toHaveLength(1)
})

test('a poll after 2,000 items costs as much as one after 100: one request, the same bytes', async () => {
  const measure = async (many: number) => {
    const tenant = openTenant({ dataDir: ':memory:', now: () => new Date(startOfWorld), world: smallWorld() })
    const ask = askWith(tenant, tenant.issueScriptToken('anna'))
    const items = `/sites/${siteId}/lists/Notes/items`
    for (let number = 0; number < many; number += 1)
      await ask('POST', items, { fields: { NoteKey: `k${number}`, MeetingKey: `m${number % 500}` } })
    const { '@odata.deltaLink': link } = (await ask('GET', `${items}/delta?token=latest`)).json
    await ask('PATCH', `${items}/5`, { fields: { Title: 'x' } })
    const poll = await ask('GET', link)
    tenant.close()
    return { entries: poll.json.value.length, bytes: poll.text.length }
  }
  const [small, large] = [await measure(100), await measure(2_000)]
  expect(large.entries).toBe(small.entries)
  expect(Math.abs(large.bytes / small.bytes - 1)).toBeLessThan(0.1)
}, 60_000)
