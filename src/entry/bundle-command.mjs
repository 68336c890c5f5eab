import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, isAbsolute, join, relative } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { cacheFolder, inspectInput, root } from './command-cache.mjs'

// A file written so shortly before the bundle was begun could be written again without its times showing it.
const settledMs = 20
const mostTries = 3
// A run that began with an older bundle may load parts of it later.
const keepOldMs = 3_600_000

/**
 * Puts a command and all it imports together, for a faster start. Safe when several runs do it at once: each writes
 * files of its own, and the record that names them comes last and whole.
 * @param {string} name
 * @param {string} entry
 * @returns {Promise<string | null>} the file to run; null where no bundle can be made or kept
 */
export async function bundleCommand(name, entry) {
  try {
    mkdirSync(cacheFolder, { recursive: true })
    for (let tries = 0; tries < mostTries; tries += 1) {
      const begun = Date.now()
      const { files, inputs } = await build(name, entry)
      const seen = inputs.map(inspectInput).filter((input) => input !== null)
      const isSettled = seen.every(([, , written, changed]) => Math.max(written, changed) < begun - settledMs)
      if (isSettled && seen.length === inputs.length) return keep(name, files, seen)
      await wait(settledMs * 2)
    }
  } catch {
    // A folder that cannot be written in, or code that cannot be put together: run as it is, it says what is wrong.
  }
  return null
}

/**
 * @param {string} name
 * @param {string} entry
 */
async function build(name, entry) {
  const vite = await import('vite')
  /** @type {Set<string>} */
  const inputs = new Set(['package-lock.json', ...ownFiles()])
  /** @type {import('vite').Plugin} */
  const noteInputs = {
    name: 'note-inputs',
    buildEnd() {
      for (const id of this.getModuleIds()) if (isAbsolute(id)) inputs.add(relative(root, id.replace(/\?.*$/, '')))
    },
  }
  const built = await vite.build({
    root,
    configFile: false,
    envFile: false,
    logLevel: 'silent',
    plugins: [noteInputs],
    // A database engine is no JavaScript.
    ssr: { noExternal: true, external: ['libsql'] },
    build: {
      ssr: entry,
      write: false,
      target: 'node20',
      minify: true,
      rolldownOptions: { output: { entryFileNames: `${name}.mjs`, chunkFileNames: '[name]-[hash].mjs' } },
    },
  })
  if (!('output' in built)) throw new Error('One bundle was expected')
  const files = built.output.flatMap((part) =>
    part.type === 'chunk' ? [{ path: part.fileName, code: part.code }] : [],
  )
  return { files, inputs: [...inputs] }
}

function ownFiles() {
  return ['run-command.mjs', 'command-cache.mjs', 'bundle-command.mjs'].map((file) => `src/entry/${file}`)
}

/**
 * @param {string} name
 * @param {readonly { path: string, code: string }[]} files
 * @param {import('./command-cache.mjs').InputRecord[]} inputs
 */
function keep(name, files, inputs) {
  const mark = randomUUID()
  const folder = join(cacheFolder, `${name}-${mark}`)
  for (const { path, code } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), code)
  }
  /** @type {import('./command-cache.mjs').BundleRecord} */
  const record = { bundle: join(`${name}-${mark}`, `${name}.mjs`), inputs }
  writeFileSync(join(folder, 'record.json'), JSON.stringify(record))
  renameSync(join(folder, 'record.json'), join(cacheFolder, `${name}.json`))
  removeOldBundles(name, folder)
  return join(folder, `${name}.mjs`)
}

/**
 * @param {string} name
 * @param {string} current
 */
function removeOldBundles(name, current) {
  for (const one of readdirSync(cacheFolder, { withFileTypes: true })) {
    const path = join(cacheFolder, one.name)
    if (!one.isDirectory() || !one.name.startsWith(`${name}-`) || path === current) continue
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)
    if (age > keepOldMs) rmSync(path, { recursive: true, force: true })
  }
}
