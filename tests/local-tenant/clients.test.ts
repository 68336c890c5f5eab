import {
  BatchRequestContent,
  BatchResponseContent,
  Client,
  type Context,
  FileUpload,
  LargeFileUploadTask,
  OneDriveLargeFileUploadTask,
  type Middleware,
  PageIterator,
} from '@microsoft/microsoft-graph-client'
import '@pnp/graph/batching.js'
import '@pnp/graph/calendars/index.js'
import '@pnp/graph/columns/index.js'
import '@pnp/graph/files/index.js'
import '@pnp/graph/list-item/index.js'
import '@pnp/graph/lists/index.js'
import '@pnp/graph/sites/index.js'
import '@pnp/graph/users/index.js'
import { DefaultHeaders, DefaultInit, type GraphFI, graphfi } from '@pnp/graph'
import { BrowserFetchWithRetry, DefaultParse, InjectHeaders } from '@pnp/queryable'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Listening, listen } from '../../src/local-tenant/listen.ts'
import { openTenant, type Tenant } from '../../src/local-tenant/tenant.ts'
import { driveId, siteId, smallWorld, startOfWorld } from './support/small-world.ts'

// Two published clients over a real port: what they make of the tenant's links, headers and errors.

let tenant: Tenant
let server: Listening
let token: string

beforeAll(async () => {
  tenant = openTenant({ dataDir: ':memory:', now: () => new Date(startOfWorld), world: smallWorld() })
  server = await listen(tenant, 0)
  token = tenant.issueScriptToken('anna') ?? ''
})

afterAll(async () => {
  await server.close()
  tenant.close()
})

/** The last middleware: brings https://graph.microsoft.com, and the files' host, to the port. */
class Transport implements Middleware {
  async execute(context: Context): Promise<void> {
    const address = String(typeof context.request === 'string' ? context.request : context.request.url)
      .replace('https://graph.microsoft.com/v1.0', `${server.origin}/graph/v1.0`)
      .replace('https://files.example', server.origin)
    const headers = new Headers(context.options?.headers as HeadersInit)
    if (!address.includes('/files/')) headers.set('Authorization', `Bearer ${token}`)
    const answer = await fetch(address, { ...(context.options as RequestInit), headers })
    const text = await answer.text()
    // The client takes only https addresses for absolute ones.
    const body = answer.status === 204 ? null : text.replaceAll(`${server.origin}/files`, 'https://files.example/files')
    context.response = new Response(body, { status: answer.status, headers: answer.headers })
  }
}

const graph = () => Client.initWithMiddleware({ middleware: new Transport() })
const notes = `/sites/${siteId}/lists/Notes/items`

test('microsoft-graph-client: PageIterator walks all pages of a list', async () => {
  for (let number = 0; number < 25; number += 1)
    await graph()
      .api(notes)
      .post({ fields: { NoteKey: `p${number}` } })
  const first = await graph().api(notes).expand('fields').top(10).get()
  const seen = new Set<string>()
  const iterator = new PageIterator(graph(), first, (item: { fields: { NoteKey: string } }) => {
    seen.add(item.fields.NoteKey)
    return true
  })
  await iterator.iterate()
  expect(seen.size).toBe(25)
})

test('microsoft-graph-client: a batch with BatchRequestContent is answered part by part', async () => {
  const content = new BatchRequestContent([
    { id: '1', request: new Request('https://graph.microsoft.com/v1.0/me'.replace('/v1.0', '')) },
    { id: '2', request: new Request(`https://graph.microsoft.com/sites/${siteId}/lists`) },
    { id: '3', request: new Request('https://graph.microsoft.com/me/contacts') },
  ])
  const answer = new BatchResponseContent(
    await graph()
      .api('/$batch')
      .post(await content.getContent()),
  )
  expect((await answer.getResponseById('1').json()).displayName).toBe('Anna Bjerg')
  expect((await answer.getResponseById('2').json()).value.length).toBeGreaterThan(1)
  expect(answer.getResponseById('3').status).toBe(501)
})

test('microsoft-graph-client: LargeFileUploadTask sends a file in slices', async () => {
  const bytes = new Uint8Array(900_000).map((_, place) => place % 251)
  const session = await LargeFileUploadTask.createUploadSession(
    graph(),
    `https://graph.microsoft.com/v1.0/drives/${driveId}/root:/stor.bin:/createUploadSession`,
    {
      item: { '@microsoft.graph.conflictBehavior': 'replace' },
    },
  )
  const file = new FileUpload(new Blob([bytes]), 'stor.bin', bytes.length)
  const result = await new LargeFileUploadTask(graph(), file, session, { rangeSize: 327_680 }).upload()
  expect((result.responseBody as { size: number }).size).toBe(900_000)
})

test('microsoft-graph-client: an error keeps its code, status and request id', async () => {
  const error = await graph()
    .api(`${notes}/999`)
    .get()
    .catch((caught: unknown) => caught)
  expect(error).toMatchObject({ statusCode: 404, code: 'itemNotFound', requestId: expect.stringMatching(/-/) })
})

function pnp(): GraphFI {
  const base = `${server.origin}/v1.0`
  return graphfi().using(
    DefaultHeaders(),
    DefaultInit(base),
    BrowserFetchWithRetry(),
    DefaultParse(),
    InjectHeaders({ Authorization: `Bearer ${token}` }),
  )
}

test('pnp: reads me, events and a site, over http with its own way of writing queries', async () => {
  expect((await pnp().me()).displayName).toBe('Anna Bjerg')
  const events = await pnp().me.events.select('subject', 'start').top(5)()
  expect(events.map(({ subject }) => subject)).toEqual(['Chefforum'])
  expect((await pnp().sites.getById(siteId)()).displayName).toBe('Prøveforum')
})

test('pnp: adds, filters, pages and deletes list items', async () => {
  // A pnp query keeps what was once asked of it, so each question begins anew.
  const items = () => pnp().sites.getById(siteId).lists.getById('Notes').items
  const added = await items().add({ fields: { NoteKey: 'pnp ø', MeetingKey: 'blå & grøn' } } as never)
  expect(added.id).toMatch(/^\d+$/)
  const found = await items().filter("fields/MeetingKey eq 'blå & grøn'")()
  expect(found.map(({ id }) => id)).toEqual([added.id])
  const ids: (string | undefined)[] = []
  for await (const page of items().top(10)) ids.push(...page.map(({ id }: { id?: string }) => id))
  expect(new Set(ids).size).toBe(26)
  await items().getById(String(added.id)).delete()
  await expect(items().getById(String(added.id))()).rejects.toThrow('404')
})

test('pnp: batches its calls', async () => {
  const [batched, execute] = pnp().batched()
  const answers: string[] = []
  const me = batched.me().then(({ displayName }) => answers.push(String(displayName)))
  const lists = batched.sites
    .getById(siteId)
    .lists()
    .then((found) => answers.push(String(found.length > 1)))
  await execute()
  await Promise.all([me, lists])
  expect(answers.sort()).toEqual(['Anna Bjerg', 'true'])
})

test('microsoft-graph-client: PageIterator follows a delta and a calendar view to their ends', async () => {
  for (let number = 0; number < 12; number += 1)
    await graph()
      .api('/me/events')
      .post({
        subject: `Møde ${number}`,
        start: { dateTime: `2026-06-${10 + number}T09:00:00`, timeZone: 'Romance Standard Time' },
        end: { dateTime: `2026-06-${10 + number}T10:00:00`, timeZone: 'Romance Standard Time' },
      })
  const june = { startDateTime: '2026-06-01T00:00:00Z', endDateTime: '2026-07-01T00:00:00Z' }
  const seen: string[] = []
  const note = (event: { subject: string }): boolean => seen.push(event.subject) > 0
  const view = await graph().api('/me/calendarView').query(june).top(5).get()
  await new PageIterator(graph(), view, note).iterate()
  const delta = await graph().api('/me/calendarView/delta').query(june).header('Prefer', 'odata.maxpagesize=5').get()
  const iterator = new PageIterator(graph(), delta, note)
  await iterator.iterate()
  expect(new Set(seen).size).toBe(12)
  expect(seen).toHaveLength(24)
  expect(iterator.getDeltaLink()).toContain('$deltatoken=')
})

test('microsoft-graph-client: parts of a batch that depend on each other run in their order', async () => {
  const address = `https://graph.microsoft.com/sites/${siteId}/lists/Notes/items`
  const post = (key: string): Request =>
    new Request(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ fields: { NoteKey: key } }),
    })
  const content = new BatchRequestContent([
    { id: '1', request: post('serial') },
    { id: '2', request: post('serial'), dependsOn: ['1'] },
    { id: '3', request: post('after'), dependsOn: ['2'] },
  ])
  const answer = new BatchResponseContent(
    await graph()
      .api('/$batch')
      .post(await content.getContent()),
  )
  expect(['1', '2', '3'].map((id) => answer.getResponseById(id).status)).toEqual([201, 400, 424])
})

test('microsoft-graph-client: OneDriveLargeFileUploadTask makes a session of its own and a new file', async () => {
  const bytes = new Uint8Array(400_000).map((_, place) => place % 241)
  const task = await OneDriveLargeFileUploadTask.create(graph(), new Blob([bytes]), {
    fileName: 'fra klienten.bin',
    path: '/Bilag',
    conflictBehavior: 'rename',
    rangeSize: 327_680,
  })
  const result = await task.upload()
  expect(result.responseBody).toMatchObject({ name: 'fra klienten.bin', size: 400_000 })
  const stored = await graph().api('/me/drive/root:/Bilag/fra klienten.bin').get()
  expect(stored.size).toBe(400_000)
})

test('microsoft-graph-client: LargeFileUploadTask hangs a large file on an event', async () => {
  const { value } = await graph().api('/me/events').top(1).get()
  const size = 3_300_000
  const session = await LargeFileUploadTask.createUploadSession(
    graph(),
    `https://graph.microsoft.com/v1.0/me/events/${value[0].id}/attachments/createUploadSession`,
    { AttachmentItem: { attachmentType: 'file', name: 'stor.bin', size } },
  )
  const file = new FileUpload(new Blob([new Uint8Array(size)]), 'stor.bin', size)
  const result = await new LargeFileUploadTask(graph(), file, session, { rangeSize: 327_680 * 4 }).upload()
  expect(result.location).toContain('/attachments(')
})

test('pnp: a list from its making to its end, with columns, items and versions of them', async () => {
  const site = () => pnp().sites.getById(siteId)
  const list = await site().lists.add({ displayName: 'Pnp', list: { template: 'genericList' } } as never)
  const id = String((list as { id?: string }).id)
  await site()
    .lists.getById(id)
    .columns.add({ name: 'Farve', text: {}, indexed: true } as never)
  const columns = await site().lists.getById(id).columns()
  expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining(['Title', 'Farve']))
  const items = () => site().lists.getById(id).items
  const added = await items().add({ fields: { Title: 'a', Farve: 'rød' } } as never)
  await items()
    .getById(String(added.id))
    .update({ fields: { Farve: 'blå' } } as never)
  const found = await items().expand('fields').filter("fields/Farve eq 'blå'")()
  expect(found).toMatchObject([{ id: added.id, fields: { Title: 'a', Farve: 'blå' } }])
  await site().lists.getById(id).update({ description: 'Ny' })
  await site().lists.getById(id).delete()
  await expect(site().lists.getById(id)()).rejects.toThrow('404')
})

test('pnp: a calendar view, a new event and its end', async () => {
  const made = await pnp().me.events.add({
    subject: 'Fra pnp',
    start: { dateTime: '2026-12-01T09:00:00', timeZone: 'Romance Standard Time' },
    end: { dateTime: '2026-12-01T10:00:00', timeZone: 'Romance Standard Time' },
  })
  const view = await pnp().me.calendarView('2026-12-01', '2026-12-02')()
  expect(view.map(({ subject }) => subject)).toEqual(['Fra pnp'])
  await pnp().me.events.getById(String(made.id)).delete()
  expect(await pnp().me.calendarView('2026-12-01', '2026-12-02')()).toEqual([])
})

test('pnp: files and folders of a drive', async () => {
  const drive = () => pnp().sites.getById(siteId).drive
  const root = await drive().root()
  const children = await drive().root.children()
  expect(children.map(({ name }) => name)).toContain('m1')
  expect(root).toMatchObject({ root: {} })
  expect(await drive().getItemById('01BILAG')()).toMatchObject({ name: 'Bilag 1.txt', size: 11 })
})
