import { type Context, Hono } from 'hono'
import { readAsset } from './assets.ts'
import { describeWorld } from './describe-world.ts'
import type { HostPagesTenant } from './host-pages-tenant.ts'
import { listEvents } from './local-calendar.ts'
import { listForums } from './local-forums.ts'
import { outlookRoutes } from './outlook-routes.ts'
import { isFault } from './read-graph.ts'
import { readLook, readPerson, sendPage, sendProblem, sendUnknownPerson } from './read-query.ts'
import { renderFront } from './render-front.ts'
import { teamsRoutes } from './teams-routes.ts'

export type HostPagesOptions = {
  /** The tenant's clock. */
  readonly now: () => Date
  /** Empties the tenant and fills it with its world again; left out when that cannot be done. */
  readonly startOver?: () => void
}

// The pages run no inline script and style and frame nothing but this origin; mail bodies get a policy of their own.
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** The pages that play Teams and Outlook around the app, the front page, and what scripts read (ADDRESSES.md). */
export function hostPages(tenant: HostPagesTenant, options: HostPagesOptions): Hono {
  const app = new Hono()
  app.use('/', setPolicy)
  app.use('/local/teams', setPolicy)
  app.use('/local/outlook', setPolicy)
  app.onError(async (error, context) => {
    if (!isFault(error)) throw error
    return sendProblem(context, 'Det kan ikke hentes', 'En fejl på bestilling står i vejen. Ryd fejlene på forsiden.')
  })
  app.get('/', async (context) => openFront(context, tenant, options))
  app.get('/local/world.json', async (context) => context.json(await describeWorld(tenant, options.now())))
  app.get('/local/deployment.json', (context) => context.json(describeDeployment(tenant)))
  app.post('/local/start-over', (context) => {
    if (!options.startOver) return context.json({ error: 'not_supported' }, 501)
    options.startOver()
    return context.json({})
  })
  app.get('/local/office.js', async (context) => sendAsset(context, 'office.js'))
  app.get('/local/assets/:name', async (context) => sendAsset(context, context.req.param('name')))
  app.route('/', teamsRoutes(tenant))
  app.route('/', outlookRoutes(tenant, options.now))
  return app
}

async function setPolicy(context: Context, next: () => Promise<void>): Promise<void> {
  await next()
  context.header('Content-Security-Policy', policy)
  context.header('Referrer-Policy', 'same-origin')
  context.header('Cache-Control', 'no-store')
}

async function sendAsset(context: Context, name: string): Promise<Response> {
  const asset = await readAsset(name)
  if (asset === null) return context.text('Not found', 404)
  return context.body(asset.text, 200, { 'Content-Type': asset.contentType, 'Cache-Control': 'no-store' })
}

async function openFront(context: Context, tenant: HostPagesTenant, options: HostPagesOptions): Promise<Response> {
  const now = options.now()
  const persons = tenant.persons()
  const asked = context.req.query('person')
  const person = asked === undefined ? persons[0] : readPerson(tenant, asked)
  if (!person) return sendUnknownPerson(context)
  const [forums, events] = await Promise.all([listForums(tenant), listEvents(tenant, person.id, now)])
  const mails = tenant.messagesOf(person.id)
  const canStartOver = options.startOver !== undefined
  const view = { persons, person, look: readLook(context), forums, events, mails, now, canStartOver }
  return sendPage(context, renderFront(view))
}

function describeDeployment(tenant: HostPagesTenant): object {
  const sites = tenant.sites()
  return {
    appOrigin: 'https://moedetraad.example',
    hostTenantId: sites[0]?.tenantId ?? '',
    registrations: { 'forum-data': 'local', 'my-calendar': 'local' },
    forums: sites.map(({ id, name }) => ({ id, name })),
  }
}
