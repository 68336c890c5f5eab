import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { listen } from '../local-tenant/listen.ts'
import { openTenant, type Tenant } from '../local-tenant/tenant.ts'

// npm run --silent tenant -- --port N --data DIR --seed NAME [--now ISO]
// Graph alone on the loopback interface; prints one line of JSON and runs until it is ended.

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    data: { type: 'string', default: join(homedir(), '.moedetraad', 'tenant') },
    seed: { type: 'string', default: 'chefforum' },
    now: { type: 'string' },
  },
})

await main()

async function main(): Promise<void> {
  const port = Number(values.port)
  const start = values.now === undefined ? Date.now() : Date.parse(values.now)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return fail(`--port is no port: ${values.port}`)
  if (Number.isNaN(start)) return fail(`--now is no ISO time: ${values.now}`)
  const lead = start - Date.now()
  const now = (): Date => new Date(Date.now() + lead)
  const tenant = openTenant({ dataDir: values.data, now, world: null })
  // The seeds are loaded only when there is something to fill: a start with old data need not wait for them.
  if (tenant.isEmpty()) {
    const { buildWorld, worldNames } = await import('../local-tenant/seeds/index.ts')
    const seed = worldNames.find((name) => name === values.seed)
    if (seed === undefined) return fail(`--seed must be one of ${worldNames.join(', ')}: ${values.seed}`)
    tenant.fill(buildWorld(seed, now()))
  }
  const server = await listen(tenant, port)
  process.stdout.write(`${JSON.stringify(describe(tenant, server.origin, values.seed))}\n`)
  const end = (): void => {
    void server.close().then(() => {
      tenant.close()
      process.exit(0)
    })
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
}

function describe(tenant: Tenant, origin: string, seed: string) {
  const graph = `${origin}/v1.0`
  const sites = tenant.sites()
  return {
    graph,
    seed,
    persons: tenant.persons().map(({ id, name, mail, homeTenantId }) => ({
      id,
      name,
      mail,
      tenant: homeTenantId,
      token: tenant.issueScriptToken(id),
      forumDataToken: tokenOf(tenant, id, 'forum-data'),
      myCalendarToken: tokenOf(tenant, id, 'my-calendar'),
    })),
    tenants: tenant.tenants(),
    site: sites[0]?.id ?? null,
    sites,
    faults: `${origin}/local/faults`,
  }
}

function tokenOf(tenant: Tenant, personId: string, registration: 'forum-data' | 'my-calendar'): string | null {
  const answer = tenant.issueToken({ personId, registration })
  return answer.kind === 'token' ? answer.accessToken : null
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`)
  process.exitCode = 1
}
