import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { createServer as createVite, type ViteDevServer } from 'vite'
import { appPages, localOfficeScript, turnPage } from './entry-page-plugin.ts'
import { completeLocalPage, openProduct, type ProductOptions, type ProductServer } from './serve-product.ts'

const root = join(import.meta.dirname, '../..')

/** As serveProduct, with the app's files from Vite's dev server, so that a change shows at once (`npm run dev`). */
export async function serveForDevelopment(options: ProductOptions & { readonly port: number }): Promise<ProductServer> {
  const product = openProduct(options)
  const server = createServer()
  const vite = await createVite({
    configFile: join(root, 'vite.config.ts'),
    mode: 'local-tenant',
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server } },
  })
  const answer = getRequestListener(product.app.fetch)
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    if (/^\/app\/[a-z]+\.html$/.test(path)) void servePage(vite, product, path, response)
    else if (path.startsWith('/app/')) vite.middlewares(request, response, () => response.writeHead(404).end())
    else void answer(request, response)
  })
  await new Promise<void>((done, fail) => server.on('error', fail).listen(options.port, '127.0.0.1', done))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      await vite.close()
      server.closeAllConnections()
      server.close()
      product.close()
    },
  }
}

async function servePage(
  vite: ViteDevServer,
  product: ReturnType<typeof openProduct>,
  path: string,
  response: ServerResponse,
): Promise<void> {
  const page = appPages.find((known) => path === `/app/${known}.html`)
  if (page === undefined) {
    response.writeHead(404).end()
    return
  }
  const source = await readFile(join(root, 'src/entry/index.html'), 'utf8')
  const index = await vite.transformIndexHtml('/app/index.html', source)
  const html = completeLocalPage(turnPage(index, page, localOfficeScript), product)
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html)
}
