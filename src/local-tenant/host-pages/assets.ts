import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** What the host pages load: their styles as they lie here, their scripts put together from TypeScript. */
const styles: Readonly<Record<string, URL>> = {
  'host.css': new URL('./styles/host.css', import.meta.url),
  'front.css': new URL('./styles/front.css', import.meta.url),
  'teams.css': new URL('./styles/teams.css', import.meta.url),
  'outlook.css': new URL('./styles/outlook.css', import.meta.url),
}

const scripts: Readonly<Record<string, URL>> = {
  'front-page.js': new URL('./browser/front-page.ts', import.meta.url),
  'teams-page.js': new URL('./browser/teams-page.ts', import.meta.url),
  'outlook-page.js': new URL('./browser/outlook-page.ts', import.meta.url),
  'office.js': new URL('./browser/office-script.ts', import.meta.url),
}

const bundles = new Map<string, Promise<string>>()

/** One asset by name; null for a name there is none of. Scripts are built at the first request and kept. */
export async function readAsset(name: string): Promise<{ readonly text: string; readonly contentType: string } | null> {
  const style = Object.hasOwn(styles, name) ? styles[name] : undefined
  if (style) return { text: await readFile(style, 'utf8'), contentType: 'text/css; charset=utf-8' }
  const script = Object.hasOwn(scripts, name) ? scripts[name] : undefined
  if (!script) return null
  const bundle = bundles.get(name) ?? bundleScript(fileURLToPath(script))
  bundles.set(name, bundle)
  bundle.catch(() => bundles.delete(name))
  return { text: await bundle, contentType: 'text/javascript; charset=utf-8' }
}

/** One classic script out of a TypeScript file and what it imports. */
async function bundleScript(entry: string): Promise<string> {
  // Loaded only here: it costs a third of the start.
  const { build } = await import('vite')
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'localHost', fileName: 'script' },
    },
  })
  const [first] = Array.isArray(built) ? built : [built]
  const chunk = first && 'output' in first ? first.output[0] : undefined
  if (!chunk) throw new Error(`No script came out of ${entry}`)
  return chunk.code
}
