import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PackageSources } from './build-packages.ts'

/** Everything the packages are made from, out of the project's folder. Throws when a file is missing. */
export function readPackageSources(root: string): PackageSources {
  const text = (path: string): string => readFileSync(join(root, path), 'utf8')
  const { version } = JSON.parse(text('package.json')) as { readonly version: string }
  return {
    deployment: text('deployment.json'),
    version,
    teams: filesOf(join(root, 'appPackage'), ''),
    outlook: text('manifest/outlook.xml'),
    served: filesOf(join(root, 'src/entry/public/icons'), '/icons/'),
  }
}

function filesOf(folder: string, prefix: string): ReadonlyMap<string, Uint8Array> {
  return new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [`${prefix}${name}`, new Uint8Array(readFileSync(join(folder, name)))]),
  )
}
