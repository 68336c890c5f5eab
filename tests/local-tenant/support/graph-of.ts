import { openTenant, type Tenant } from '../../../src/local-tenant/tenant.ts'
import type { World } from '../../../src/local-tenant/world.ts'
import { smallWorld, startOfWorld } from './small-world.ts'

type Reply = {
  readonly status: number
  readonly headers: Headers
  readonly json: ReturnType<typeof JSON.parse>
  readonly text: string
}
export type Ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>

/** A tenant in memory whose clock stands still until it is moved. */
export function aTenant(world: World = smallWorld()): {
  tenant: Tenant
  as: (person: string) => Ask
  with: (token: string | null) => Ask
  setNow: (iso: string) => void
} {
  let now = new Date(startOfWorld)
  const tenant = openTenant({ dataDir: ':memory:', now: () => now, world })
  return {
    tenant,
    as: (person) => askWith(tenant, tenant.issueScriptToken(person)),
    with: (token) => askWith(tenant, token),
    setNow: (iso) => {
      now = new Date(iso)
    },
  }
}

/** Asks a tenant as the bearer of a token; paths are below /v1.0, or whole addresses. */
export function askWith(tenant: Tenant, token: string | null): Ask {
  return async (method, path, body, headers = {}) => {
    const isBytes = body instanceof Uint8Array || typeof body === 'string'
    const all = new Headers(headers)
    if (token !== null && !path.includes('/files/')) all.set('Authorization', `Bearer ${token}`)
    if (body !== undefined && !isBytes) all.set('Content-Type', 'application/json')
    const address = path.startsWith('https://') ? path : `https://graph.microsoft.com/v1.0${path}`
    const sent = body === undefined ? {} : { body: isBytes ? (body as BodyInit) : JSON.stringify(body) }
    const response = await tenant.handle(new Request(address, { method, headers: all, ...sent }))
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    return {
      status: response.status,
      headers: response.headers,
      json: isJson && text !== '' ? JSON.parse(text) : null,
      text,
    }
  }
}
