import type { HostPagesTenant } from './host-pages-tenant.ts'

const graph = 'https://graph.microsoft.com/v1.0'
const mostPages = 20

/** Graph as one person sees it, for the pages that play Outlook and Teams. */
export type GraphReader = {
  /** The resource, or null for 404, 403, and 400 (no such id). Throws on everything else that is no success. */
  readonly get: (path: string) => Promise<Record<string, unknown> | null>
  /** All of a collection, pages followed; null when the first page is refused, throttled, or lost on the way. */
  readonly tryList: (path: string) => Promise<readonly Record<string, unknown>[] | null>
  /** Creates or changes; throws on everything that is no success. */
  readonly write: (method: 'POST' | 'PATCH', path: string, body: object) => Promise<void>
}

/** Reads through Graph as that person; null for an unknown one. */
export function readAs(tenant: HostPagesTenant, personId: string): GraphReader | null {
  const token = tenant.issueScriptToken(personId)
  if (token === null) return null
  const send = async (method: string, url: string, body?: object) =>
    tenant.handle(
      new Request(url, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          Prefer: 'outlook.timezone="UTC"',
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
  const get = async (url: string) => {
    const response = await send('GET', url)
    return [400, 403, 404].includes(response.status) ? null : readAnswer(response, url)
  }
  return {
    get: (path) => get(`${graph}${path}`),
    tryList: async (path) => {
      try {
        return await followPages(get, `${graph}${path}`)
      } catch (error) {
        // The product is being shown a fault; the page around it goes on with less.
        if (isFault(error)) return null
        throw error
      }
    },
    write: async (method, path, body) => {
      await readAnswer(await send(method, `${graph}${path}`, body), path)
    },
  }
}

type Get = (url: string) => Promise<Record<string, unknown> | null>

async function followPages(get: Get, first: string): Promise<readonly Record<string, unknown>[] | null> {
  const found: Record<string, unknown>[] = []
  let url: string | null = first
  for (let page = 0; url !== null && page < mostPages; page += 1) {
    const answer: Record<string, unknown> | null = await get(url)
    if (answer === null) return page === 0 ? null : found
    found.push(...readRecords(answer['value']))
    const next = answer['@odata.nextLink']
    url = typeof next === 'string' ? next : null
  }
  return found
}

/** Graph has answered, and not with success. */
class GraphRefusal extends Error {}

/** True for what a fault set on the tenant does to a request: refused, or lost as fetch loses it. */
export function isFault(error: unknown): boolean {
  return error instanceof GraphRefusal || error instanceof TypeError
}

async function readAnswer(response: Response, address: string): Promise<Record<string, unknown>> {
  const text = await response.text()
  if (!response.ok) throw new GraphRefusal(`${response.status} to ${address}: ${text.slice(0, 300)}`)
  return text === '' ? {} : readRecord(JSON.parse(text))
}

/** A value as an object; an empty one when it is none. */
export function readRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

/** The objects of an array; none when it is no array. */
export function readRecords(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(readRecord) : []
}

/** A value as text; empty when it is none. */
export function readText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
