import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The project's own folder. */
export const root = resolve(import.meta.dirname, '../..')

/** Where bundles are kept: `npm ci` empties it. */
export const cacheFolder = join(root, 'node_modules/.cache/commands')

/**
 * What is known of a file a bundle was made of. The time of change is there too, because a file can be replaced by one
 * of the same size with the old time of writing (git, cp -p), but not with the old time of change.
 * @typedef {[path: string, size: number, writtenMs: number, changedMs: number]} InputRecord
 * @typedef {{ bundle: string, inputs: InputRecord[] }} BundleRecord
 */

/**
 * The state of a file of the project now; null when it is gone.
 * @param {string} path relative to the project's folder
 * @returns {InputRecord | null}
 */
export function inspectInput(path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  return found === undefined ? null : [path, found.size, found.mtimeMs, found.ctimeMs]
}

/**
 * Whether every file a bundle was made of is as it was.
 * @param {BundleRecord} record
 */
export function isFresh({ inputs }) {
  return inputs.every(([path, size, writtenMs, changedMs]) => {
    const now = inspectInput(path)
    return now !== null && now[1] === size && now[2] === writtenMs && now[3] === changedMs
  })
}
