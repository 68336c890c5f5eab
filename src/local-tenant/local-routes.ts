import { type Context, Hono } from 'hono'
import { DroppedConnection } from './faults/dropped-connection.ts'
import { setFaults } from './faults/set-faults.ts'
import type { Tenant } from './tenant.ts'
import type { RegistrationName } from './world.ts'

type TokenBody = { person?: unknown; registration?: unknown; tenant?: unknown; scopes?: unknown }

/** Graph under /graph/v1.0, files under /files, tokens and faults (ADDRESSES.md). */
export function localRoutes(tenant: Tenant): Hono {
  const app = new Hono()
  app.post('/local/token', async (context) => {
    const body = (await readBody(context)) as TokenBody
    const registration = String(body.registration) as RegistrationName
    if (registration !== 'forum-data' && registration !== 'my-calendar') {
      return context.json({ error: 'unknown_registration' }, 400)
    }
    const answer = tenant.issueToken({
      personId: String(body.person),
      registration,
      ...(typeof body.tenant === 'string' ? { tenantId: body.tenant } : {}),
      ...(Array.isArray(body.scopes) ? { scopes: body.scopes.map(String) } : {}),
    })
    if (answer.kind === 'refused') return context.json({ error: answer.error }, 403)
    const { accessToken, tenantId, expiresAt, account } = answer
    return context.json({ accessToken, tenantId, expiresAt, account })
  })
  app.get('/local/faults', (context) => context.json({ seed: tenant.faults.seed, faults: tenant.faults.list() }))
  app.post('/local/faults', async (context) => {
    const problem = setFaults(tenant, await readBody(context))
    return problem === null
      ? context.json({ seed: tenant.faults.seed, faults: tenant.faults.list() })
      : context.json({ error: problem }, 400)
  })
  app.delete('/local/faults', (context) => {
    tenant.faults.clear()
    return context.json({ seed: tenant.faults.seed, faults: [] })
  })
  app.all('/graph/*', (context) => passOn(context, tenant))
  app.all('/files/*', (context) => passOn(context, tenant))
  return app
}

async function readBody(context: Context): Promise<unknown> {
  return context.req.json().catch(() => ({}))
}

// A dropped connection is dropped: with a socket at hand it is cut, so that the browser sees what it would see.
async function passOn(context: Context, tenant: Tenant): Promise<Response> {
  try {
    return await tenant.handle(context.req.raw)
  } catch (error) {
    if (!(error instanceof DroppedConnection)) throw error
    const bindings = context.env as { outgoing?: { destroy?: () => void } } | undefined
    bindings?.outgoing?.destroy?.()
    return new Response(null, { status: 502, headers: { 'x-hono-already-sent': 'true' } })
  }
}
