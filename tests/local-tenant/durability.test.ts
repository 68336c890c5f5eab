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

test('kill -9 loses no write that was acknowledged; tokens and delta tokens go on', async () => {
  const folder = aFolder()
  const first = await start(folder)
  const headers = { Authorization: `Bearer ${first.token}`, 'Content-Type': 'application/json' }
  const items = (run: Started): string => `${run.graph}/sites/${run.site}/lists/Proposals/items`
  const latest = await (await fetch(`${items(first)}/delta?token=latest`, { headers })).json()
  const acknowledged: string[] = []
  const writing = Promise.all(
    [0, 1, 2, 3].map(async (writer) => {
      for (let number = 0; number < 1_000; number += 1) {
        const key = `${writer}-${number}`
        const answer = await fetch(items(first), {
          method: 'POST',
          headers,
          body: JSON.stringify({ fields: { Title: key, ProposalKey: key } }),
        }).catch(() => null)
        if (answer === null) return
        if (answer.status === 201) acknowledged.push(key)
        if (acknowledged.length === 60) first.process.kill('SIGKILL')
      }
    }),
  )
  await writing
  const second = await start(folder)
  const link = latest['@odata.deltaLink'].replace(first.graph, second.graph)
  const stored = new Set<string>()
  for (let next: string | undefined = link; next !== undefined; ) {
    const page: { value: { fields: { ProposalKey: string } }[]; '@odata.nextLink'?: string } = await (
      await fetch(next, { headers })
    ).json()
    for (const { fields } of page.value) stored.add(fields.ProposalKey)
    next = page['@odata.nextLink']
  }
  second.process.kill('SIGKILL')
  expect(acknowledged.length).toBeGreaterThanOrEqual(60)
  expect(acknowledged.filter((key) => !stored.has(key))).toEqual([])
}, 60_000)

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
