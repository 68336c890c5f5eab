import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { hostPages } from '../local-tenant/host-pages/routes.ts'
import { localRoutes } from '../local-tenant/local-routes.ts'
import { buildWorld } from '../local-tenant/seeds/index.ts'
import { openTenant } from '../local-tenant/tenant.ts'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { fillInDeployment } from './entry-page-plugin.ts'
import { describeLocalDeployment } from './local-deployment.ts'

export type ProductOptions = {
  /** Folder of the tenant's database; it must be there. */
  readonly dataDir: string
  /** Name of the invented world a new folder is filled with. */
  readonly seed: string
  /** Milliseconds the tenant's clock is ahead of this machine's; negative when behind. */
  readonly clockLead: number
}

/** The tenant with its pages and addresses, not yet listening. */
export type OpenedProduct = {
  readonly app: Hono
  readonly clockLead: number
  /** The Deployment of this tenant as JSON, for its pages. */
  readonly deploymentJson: () => string
  readonly close: () => void
}

export type ProductServer = { readonly origin: string; readonly close: () => Promise<void> }

/** Opens the tenant's data and puts its addresses (local-tenant/ADDRESSES.md) together, all but the app's own files. */
export function openProduct({ clockLead, dataDir, seed }: ProductOptions): OpenedProduct {
  const now = () => new Date(Date.now() + clockLead)
  const tenant = openTenant({ dataDir, now, world: buildWorld(seed, now()) })
  const app = new Hono()
  app.route('/', localRoutes(tenant))
  app.route('/', hostPages(tenant, { now }))
  return {
    app,
    clockLead,
    deploymentJson: () => JSON.stringify(describeLocalDeployment(tenant)),
    close: () => tenant.close(),
  }
}

/** Puts the local tenant's ids and clock into one of the app's pages. */
export function completeLocalPage(html: string, product: OpenedProduct): string {
  return fillInDeployment(html, product.deploymentJson()).replace(
    '<html ',
    `<html data-clock-lead="${product.clockLead}" `,
  )
}

/** The whole product on one port of the loopback interface; port 0 takes a free one. `appDir` is the built app. */
export async function serveProduct(
  options: ProductOptions & { readonly appDir: string; readonly port: number },
): Promise<ProductServer> {
  const product = openProduct(options)
  serveApp(product, options.appDir)
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: product.app.fetch, port: options.port, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({
        origin: `http://127.0.0.1:${port}`,
        close: async () => {
          if ('closeAllConnections' in server) server.closeAllConnections()
          await new Promise<void>((done) => server.close(() => done()))
          product.close()
        },
      }),
    )
    server.on('error', reject)
  })
}

function serveApp(product: OpenedProduct, appDir: string): void {
  product.app.get('/app/:page{[a-z]+\\.html}', async (context) => {
    const file = await readPage(join(appDir, context.req.param('page')))
    return file === null
      ? context.notFound()
      : context.html(completeLocalPage(file, product), 200, {
          'Cache-Control': 'no-cache',
          'Content-Security-Policy': contentSecurityPolicy({ forums: [] }, 'local'),
        })
  })
  product.app.use(
    '/app/*',
    serveStatic({
      root: appDir,
      rewriteRequestPath: (path) => path.replace(/^\/app/, ''),
      // The names of built files carry a hash of their content.
      onFound: (_, context) => context.header('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  )
}

async function readPage(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null)
}
