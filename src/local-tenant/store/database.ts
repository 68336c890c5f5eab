import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { invariant } from '../../shared/invariant.ts'
import { schemaSql } from './schema.ts'

/** What a cell takes; bytes are read back with `blobs` only. */
export type Cell = string | number | null | Uint8Array
/** One row of a query by column name. */
export type Row = Record<string, Cell>

/** The tenant's SQLite file: prepared statements by their text, and one transaction at a time. */
export type Store = {
  all<T extends Row>(sql: string, ...values: Cell[]): T[]
  get<T extends Row>(sql: string, ...values: Cell[]): T | undefined
  /** The column `bytes` of the rows a query gives. */
  blobs(sql: string, ...values: Cell[]): Uint8Array[]
  run(sql: string, ...values: Cell[]): void
  /** Commits when `work` returns and rolls back when it throws; inside another one it joins that one. */
  inTransaction<T>(work: () => T): T
  /** A number that only grows, for change order; survives restarts. */
  nextSequence(): number
  close(): void
}

/**
 * Opens (or makes) the database in a folder, or in memory. A commit is on its way to the file when it returns:
 * ending the process at any moment loses no commit (write-ahead log), a power cut may lose the last ones.
 */
export function openStore(dataDir: string | ':memory:'): Store {
  if (dataDir !== ':memory:') mkdirSync(dataDir, { recursive: true })
  const database = new Database(dataDir === ':memory:' ? dataDir : join(dataDir, 'tenant.sqlite'))
  if (dataDir !== ':memory:') {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = NORMAL')
    // Fewer and longer checkpoints: each waits for the disk.
    database.pragma('wal_autocheckpoint = 4000')
  }
  database.pragma('cache_size = -8000')
  database.exec(schemaSql)
  return storeOf(database)
}

function storeOf(database: Database.Database): Store {
  const statements = new Map<string, Database.Statement>()
  const prepare = (sql: string): Database.Statement => {
    const known = statements.get(sql)
    if (known) return known
    const made = database.prepare(sql)
    statements.set(sql, made)
    return made
  }
  let depth = 0
  const store: Store = {
    all: <T extends Row>(sql: string, ...values: Cell[]) => prepare(sql).all(values) as T[],
    // Not libsql's get(): on a statement last used by all() it gives that call's row again (seen in 0.5.29).
    get: <T extends Row>(sql: string, ...values: Cell[]) => prepare(sql).all(values)[0] as T | undefined,
    blobs: (sql, ...values) =>
      prepare(sql)
        .all(values)
        .map((row) => new Uint8Array((row as { bytes: ArrayBuffer }).bytes)),
    run: (sql, ...values) => void prepare(sql).run(values),
    inTransaction: (work) => {
      if (depth > 0) return work()
      depth += 1
      prepare('BEGIN IMMEDIATE').run([])
      try {
        const result = work()
        prepare('COMMIT').run([])
        return result
      } catch (error) {
        prepare('ROLLBACK').run([])
        throw error
      } finally {
        depth -= 1
      }
    },
    nextSequence: () => {
      const row = store.get<{ value: number }>(
        "INSERT INTO meta (key, value) VALUES ('sequence', 1) ON CONFLICT (key) DO UPDATE SET value = value + 1 RETURNING value",
      )
      invariant(row, 'the sequence has a value')
      return row.value
    },
    close: () => {
      statements.clear()
      database.close()
    },
  }
  return store
}
