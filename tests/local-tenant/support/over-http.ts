import { type Listening, listen } from '../../../src/local-tenant/listen.ts'
import { openTenant, type Tenant } from '../../../src/local-tenant/tenant.ts'
import type { World } from '../../../src/local-tenant/world.ts'
import { smallWorld, startOfWorld } from './small-world.ts'

export type HttpReply = {
  readonly status: number
  readonly headers: Headers
  readonly json: ReturnType<typeof JSON.parse>
  readonly bytes: Uint8Array
}

/** A tenant behind a real port. Paths are below /v1.0, or whole addresses; whole ones get no token. */
export type Served = {
  readonly tenant: Tenant
  readonly server: Listening
  readonly graph: string
  token(person: string): string
  ask(
    person: string | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<HttpReply>
  close(): Promise<void>
}

export async function serveTenant(world: World = smallWorld()): Promise<Served> {
  const tenant = openTenant({ dataDir: ':memory:', now: () => new Date(startOfWorld), world })
  const server = await listen(tenant, 0)
  const token = (person: string): string => tenant.issueScriptToken(person) ?? ''
  const graph = `${server.origin}/v1.0`
  return {
    tenant,
    server,
    graph,
    token,
    ask: async (person, method, path, body, headers = {}) => {
      const isWhole = path.startsWith('http')
      const isText = typeof body === 'string' || body instanceof Uint8Array
      const all = new Headers(headers)
      if (person !== null && !(isWhole && path.includes('/files/'))) all.set('Authorization', `Bearer ${token(person)}`)
      if (body !== undefined && !isText && !all.has('content-type')) all.set('Content-Type', 'application/json')
      const sent = body === undefined ? {} : { body: isText ? (body as BodyInit) : JSON.stringify(body) }
      const answer = await fetch(isWhole ? path : graph + path, { method, headers: all, redirect: 'manual', ...sent })
      const bytes = new Uint8Array(await answer.arrayBuffer())
      const isJson = answer.headers.get('content-type')?.includes('json') === true && bytes.length > 0
      const json = isJson ? JSON.parse(new TextDecoder().decode(bytes)) : null
      return { status: answer.status, headers: answer.headers, json, bytes }
    },
    close: async () => {
      await server.close()
      tenant.close()
    },
  }
}
