import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { ProductServer } from './serve-product.ts'

const root = resolve(import.meta.dirname, '../..')

type Wishes = {
  readonly dataDir: string
  readonly port: number
  readonly seed: string
  readonly clockLead: number
  readonly dev: boolean
  readonly build: boolean
}

function readWishes(words: readonly string[]): Wishes | string {
  const { values } = parseArgs({
    args: [...words],
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      now: { type: 'string' },
      seed: { type: 'string' },
      dev: { type: 'boolean' },
      'no-build': { type: 'boolean' },
    },
  })
  const port = Number(values.port ?? 4173)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return '--port skal være et tal mellem 0 og 65535.'
  const now = values.now === undefined ? Date.now() : Date.parse(values.now)
  if (Number.isNaN(now)) return '--now skal være et tidspunkt som 2026-09-08T08:00:00Z.'
  return {
    dataDir: resolve(values.data ?? join(homedir(), '.moedetraad')),
    port,
    seed: values.seed ?? 'chefforum',
    clockLead: values.now === undefined ? 0 : now - Date.now(),
    dev: values.dev === true,
    build: values['no-build'] !== true,
  }
}

/** Vite is loaded only where it is needed: it costs a third of the start. */
async function open(wishes: Wishes): Promise<ProductServer> {
  if (wishes.dev) return (await import('./serve-for-development.ts')).serveForDevelopment(wishes)
  if (wishes.build) {
    const { build } = await import('vite')
    await build({ configFile: join(root, 'vite.config.ts'), mode: 'local-tenant', logLevel: 'warn' })
  }
  const { serveProduct } = await import('./serve-product.ts')
  return serveProduct({ ...wishes, appDir: join(root, 'dist/local') })
}

async function start(words: readonly string[]): Promise<void> {
  const wishes = readWishes(words)
  if (typeof wishes === 'string') {
    console.error(wishes)
    process.exitCode = 2
    return
  }
  mkdirSync(wishes.dataDir, { recursive: true })
  const server = await open(wishes)
  console.log(`Mødetråd kører på ${server.origin}/`)
  const stop = () => void server.close().then(() => process.exit(0))
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

void start(process.argv.slice(2)).catch((error: unknown) => {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRINUSE')
    console.error('Porten er optaget. Vælg en anden med --port, eller stop det, der bruger den.')
  else console.error(error)
  process.exit(1)
})
