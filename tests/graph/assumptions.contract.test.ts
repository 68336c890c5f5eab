// What SUPPORT.md lists as UNSURE and the product leans on, asked plainly: the local tenant answers as assumed, and a real
// one (live.ts) says whether the assumption holds. A test that fails there turns UNSURE into known.
import { beforeAll, expect, test } from 'vitest'
import { readRecord, readText } from '../../src/graph/read-wire.ts'
import { readDay, writeDay } from '../../src/graph/row-codec.ts'
import { sitePathTo } from '../../src/graph/site.ts'
import { GRAPH_ADDRESS } from '../../src/graph/transport.ts'
import type { LocalDate } from '../../src/shared/ids.ts'
import { chefforumId, openPlace } from './contract-place.ts'
import { live } from './live.ts'

type Answer = {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly eTag: string | null
}
type Ask = (method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Answer>

const forumId = live.site ?? chefforumId
const items = (list: string, ...more: readonly string[]): string => sitePathTo(forumId, 'lists', list, 'items', ...more)
const newKey = (): string => `kontraktprøve-${crypto.randomUUID()}`

let askForum: Ask
let askOwn: Ask

beforeAll(() => {
  const place = openPlace()
  const localToken = (registration: 'forum-data' | 'my-calendar', scopes?: readonly string[]): string => {
    const answer = place.tenant.issueToken({ personId: 'lone', registration, ...(scopes ? { scopes } : {}) })
    return answer.kind === 'token' ? answer.accessToken : ''
  }
  const isForumLive = live.forumToken !== null && live.site !== null
  const local = (request: Request): Promise<Response> => place.tenant.handle(request)
  askForum = isForumLive ? asking(fetch, live.forumToken ?? '') : asking(local, localToken('forum-data'))
  askOwn =
    live.filesToken === null
      ? asking(local, localToken('my-calendar', ['Files.ReadWrite.AppFolder']))
      : asking(fetch, live.filesToken)
})

function asking(send: (request: Request) => Promise<Response>, token: string): Ask {
  return async (method, path, body, headers = {}) => {
    const isText = typeof body === 'string'
    const request = new Request(GRAPH_ADDRESS + path, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'Content-Type': isText ? 'text/plain' : 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
    })
    const response = await send(request)
    const text = await response.text()
    const isJson = (response.headers.get('Content-Type') ?? '').includes('json')
    return {
      status: response.status,
      body: isJson ? readRecord(JSON.parse(text)) : {},
      eTag: response.headers.get('ETag'),
    }
  }
}

async function addProposal(fields: Readonly<Record<string, unknown>> = {}) {
  const key = newKey()
  const row = await askForum('POST', items('Proposals'), { fields: { ProposalKey: key, Title: 'Prøve', ...fields } })
  expect(row.status).toBe(201)
  return { key, id: readText(row.body['id']), eTag: readText(row.body['eTag']) }
}

function codeOf({ body }: Answer): string {
  return readText(readRecord(body['error'])['code'])
}

test('a key that is taken in a unique column is refused with 400 invalidRequest', async () => {
  const { key } = await addProposal()
  const second = await askForum('POST', items('Proposals'), { fields: { ProposalKey: key, Title: 'Prøve' } })
  expect([second.status, codeOf(second)]).toEqual([400, 'invalidRequest'])
})

test('[F5.6] a row is changed by PATCH of the item with fields, and of its fields alone', async () => {
  const { id } = await addProposal()
  expect((await askForum('PATCH', items('Proposals', id), { fields: { Answer: 'a' } })).status).toBe(200)
  const flat = await askForum('PATCH', items('Proposals', id, 'fields'), { Answer: 'b' })
  expect(flat.status).toBe(200)
  expect(readText(flat.body['Answer'])).toBe('b')
  const row = await askForum('GET', `${items('Proposals', id)}?$expand=fields`)
  expect(readRecord(row.body['fields'])['Answer']).toBe('b')
})

test('[F5.8] a change from an older state is refused with 412 and writes nothing', async () => {
  const { eTag, id } = await addProposal()
  const change = { fields: { Answer: 'first' } }
  expect((await askForum('PATCH', items('Proposals', id), change, { 'If-Match': eTag })).status).toBe(200)
  const late = await askForum('PATCH', items('Proposals', id), { fields: { Answer: 'late' } }, { 'If-Match': eTag })
  expect([late.status, codeOf(late)]).toEqual([412, 'resourceModified'])
  const row = await askForum('GET', `${items('Proposals', id)}?$expand=fields`)
  expect(readRecord(row.body['fields'])['Answer']).toBe('first')
})

test('[F5.7] the version of a row is quoted, a GUID and a number that grows', async () => {
  const { eTag, id } = await addProposal()
  expect(eTag).toMatch(/^"[0-9a-f-]{36},\d+"$/i)
  await askForum('PATCH', items('Proposals', id), { fields: { Answer: 'a' } })
  const row = await askForum('GET', `${items('Proposals', id)}?$expand=fields`)
  const numberOf = (tag: string): number => Number(/,(\d+)"$/.exec(tag)?.[1])
  expect(numberOf(readText(row.body['eTag']))).toBeGreaterThan(numberOf(eTag))
})

test('[F5.9] an emptied column is left out', async () => {
  const { id } = await addProposal({ Answer: 'a' })
  await askForum('PATCH', items('Proposals', id), { fields: { Answer: null } })
  const row = await askForum('GET', `${items('Proposals', id)}?$expand=fields`)
  expect(Object.keys(readRecord(row.body['fields']))).not.toContain('Answer')
})

test("a date-only column gives back the day that was written, whatever the site's zone", async () => {
  const day = '2027-03-28' as LocalDate
  const fields = { EnclosureKey: newKey(), Title: 'Prøve', Kind: 'pending', PromisedDate: writeDay(day) }
  const row = await askForum('POST', items('Enclosures'), { fields })
  const id = readText(row.body['id'])
  const read = await askForum('GET', `${items('Enclosures', id)}?$expand=fields`)
  expect(readDay(readRecord(read.body['fields'])['PromisedDate'])).toBe(day)
})

test('[F5.10] delta with token=latest gives a link and no rows, and the link tells what came since', async () => {
  const latest = await askForum('GET', `${items('Proposals', 'delta')}?token=latest`)
  expect(latest.body['value']).toEqual([])
  const link = readText(latest.body['@odata.deltaLink'])
  const { id } = await addProposal()
  const later = await askForum('GET', link.slice(GRAPH_ADDRESS.length))
  expect((later.body['value'] as { id: string }[]).map((row) => row.id)).toContain(id)
})

test('[F5.5] fields are expanded with and without the dollar sign', async () => {
  const { id } = await addProposal()
  for (const query of ['$expand=fields', 'expand=fields']) {
    expect((await askForum('GET', `${items('Proposals', id)}?${query}`)).status).toBe(200)
  }
})

test('[008] a file of the app folder is written with If-Match and, when new, only where there is none', async () => {
  const place = `/me/drive/special/approot:/${newKey()}.json`
  const address = `${place}:/content`
  const fail = `${address}?@microsoft.graph.conflictBehavior=fail`
  const made = await askOwn('PUT', fail, '{}')
  expect(made.status).toBe(201)
  expect((await askOwn('PUT', fail, '{"again":true}')).status).toBe(409)
  const eTag = readText(made.body['eTag'])
  expect((await askOwn('PUT', address, '{"next":true}', { 'If-Match': eTag })).status).toBe(200)
  expect((await askOwn('PUT', address, '{"late":true}', { 'If-Match': eTag })).status).toBe(412)
  expect((await askOwn('DELETE', place)).status).toBe(204)
})
