import { type IDBPDatabase, openDB } from 'idb'

/** Who the copies belong to. Two persons on one machine have two databases and never see each other's. */
export type StoreOwner = { readonly mail: string; readonly tenantId: string }

/** What is kept on this machine: copies of what was read, and what waits to be sent. Never throws. */
export type SnapshotStore = {
  /** 'memory' when the browser keeps nothing for us (denied in a cross-site frame, full, private): gone with the page. */
  readonly persistence: 'indexedDb' | 'memory'
  read(shelf: Shelf, key: string): Promise<unknown>
  write(shelf: Shelf, key: string, value: unknown): Promise<void>
  remove(shelf: Shelf, key: string): Promise<void>
  /** All keys and values, by key. */
  readAll(shelf: Shelf): Promise<readonly (readonly [string, unknown])[]>
}

/** The parts of the store: opened meetings and plans, library files, windows of the calendar, the outbox, read marks. */
type Shelf = (typeof SHELVES)[number]

const SHELVES = ['meetings', 'files', 'calendar', 'outbox', 'marks'] as const
/** What may be nowhere else yet. */
const OWN_SHELVES: readonly Shelf[] = ['outbox', 'marks']
/** Raised when the shape of what is kept changes: copies are then thrown away (they can be read anew), what is one's own is kept. */
const SHAPE_VERSION = 3
const OPEN_MILLISECONDS = 2000

/** Opens the store of one person; in memory when there is no IndexedDB for us, or it does not answer in two seconds. */
export async function createSnapshotStore(owner: StoreOwner): Promise<SnapshotStore> {
  const database = await openDatabase(`moedetraad:${owner.tenantId}:${owner.mail.toLowerCase()}`).catch(() => null)
  return storeOver(database)
}

/** A store that keeps nothing beyond the page. */
export function createMemoryStore(): SnapshotStore {
  return storeOver(null)
}

async function openDatabase(name: string): Promise<IDBPDatabase> {
  const opening = openDB(name, SHAPE_VERSION, {
    upgrade: (made) => {
      for (const shelf of SHELVES) {
        const isStored = made.objectStoreNames.contains(shelf)
        const isKept = isStored && OWN_SHELVES.includes(shelf)
        if (isStored && !isKept) made.deleteObjectStore(shelf)
        if (!isKept) made.createObjectStore(shelf)
      }
    },
    // A newer version of the app is opening in another tab: it must not wait for this one.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('IndexedDB does not answer')), OPEN_MILLISECONDS)
  })
  return Promise.race([opening, tooLate]).finally(() => clearTimeout(timer))
}

/** Stands in memory for what was to be removed and could not be. */
const REMOVED = Symbol('removed')

function storeOver(database: IDBPDatabase | null): SnapshotStore {
  const memory = new Map<Shelf, Map<string, unknown>>(SHELVES.map((shelf) => [shelf, new Map()]))
  const shelfOf = (shelf: Shelf): Map<string, unknown> => memory.get(shelf) ?? new Map()
  // After the first failure (full, closed by the browser) what cannot be written is held in memory, over what was stored before.
  let isWhole = database !== null
  const tryDatabase = async <T>(use: (database: IDBPDatabase) => Promise<T>): Promise<{ readonly got: T } | null> => {
    if (!database) return null
    try {
      return { got: await use(database) }
    } catch {
      isWhole = false
      return null
    }
  }
  return {
    get persistence() {
      return isWhole ? 'indexedDb' : 'memory'
    },
    read: async (shelf, key) => {
      const held = shelfOf(shelf).get(key)
      if (held !== undefined) return held === REMOVED ? undefined : held
      return (await tryDatabase((from) => from.get(shelf, key)))?.got
    },
    write: async (shelf, key, value) => {
      const stored = await tryDatabase((into) => into.put(shelf, value, key))
      if (stored) shelfOf(shelf).delete(key)
      else shelfOf(shelf).set(key, value)
    },
    remove: async (shelf, key) => {
      const removed = await tryDatabase((from) => from.delete(shelf, key))
      if (removed || !database) shelfOf(shelf).delete(key)
      else shelfOf(shelf).set(key, REMOVED)
    },
    readAll: async (shelf) => {
      const stored = await tryDatabase(async (from) => {
        const [keys, values] = await Promise.all([from.getAllKeys(shelf), from.getAll(shelf)])
        return keys.map((key, index) => [String(key), values[index] as unknown] as const)
      })
      const all = new Map([...(stored?.got ?? []), ...shelfOf(shelf)])
      return [...all].filter(([, value]) => value !== REMOVED).toSorted(([a], [b]) => (a < b ? -1 : 1))
    },
  }
}
