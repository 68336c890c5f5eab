// npm run parse|link|tenant|import: runs a command of this folder from a bundle, so that no run waits for TypeScript to be
// translated. Plain JavaScript, because Node runs it as it is. See decisions/007.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { cacheFolder, isFresh } from './command-cache.mjs'

/** The commands by the names of their npm scripts. */
const commands = {
  parse: 'parse.ts',
  link: 'link.ts',
  tenant: 'tenant.ts',
  import: 'import.ts',
}

await run(process.argv[2] ?? '')

/** @param {string} name */
async function run(name) {
  if (!Object.hasOwn(commands, name)) {
    process.stderr.write(`Kommandoen skal være en af: ${Object.keys(commands).join(', ')}\n`)
    process.exitCode = 2
    return
  }
  const entry = join(import.meta.dirname, commands[/** @type {keyof typeof commands} */ (name)])
  // The command finds its own words where it would find them if Node had been given its file.
  process.argv.splice(1, 2, entry)
  const bundle = findBundle(name) ?? (await makeBundle(name, entry))
  if (bundle === null) await runUnbundled(entry)
  else await import(pathToFileURL(bundle).href)
}

/**
 * @param {string} name
 * @returns {string | null}
 */
function findBundle(name) {
  try {
    /** @type {import('./command-cache.mjs').BundleRecord} */
    const record = JSON.parse(readFileSync(join(cacheFolder, `${name}.json`), 'utf8'))
    const bundle = join(cacheFolder, record.bundle)
    return isFresh(record) && existsSync(bundle) ? bundle : null
  } catch {
    // No bundle yet, or one that another version made.
    return null
  }
}

/**
 * @param {string} name
 * @param {string} entry
 */
async function makeBundle(name, entry) {
  const { bundleCommand } = await import('./bundle-command.mjs')
  return bundleCommand(name, entry)
}

/** @param {string} entry */
async function runUnbundled(entry) {
  const { register } = await import('tsx/esm/api')
  register()
  await import(pathToFileURL(entry).href)
}
