import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { holdsWorld } from './load-world.ts'
import { openStore } from './store/database.ts'

/** True when a data folder already holds a world, so that none needs to be built for it. */
export function holdsWorldIn(dataDir: string): boolean {
  if (!existsSync(join(dataDir, 'tenant.sqlite'))) return false
  const store = openStore(dataDir)
  const holds = holdsWorld(store)
  store.close()
  return holds
}
