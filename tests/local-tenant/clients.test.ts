import {
  BatchRequestContent,
  BatchResponseContent,
  Client,
  type Context,
  FileUpload,
  LargeFileUploadTask,
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
