import { createHash } from 'node:crypto'
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
  /** The same for tables that do not change once the world is loaded; a row that was found is remembered. */
  fixed<T extends Row>(sql: string, ...values: Cell[]): T | undefined
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
  makeTables(database)
  return storeOf(database)
}

// The file notes which schema it was made with, so that a start need not go through every table.
function makeTables(database: Database.Database): void {
  const version = createHash('sha256').update(schemaSql).digest().readUInt32BE() >>> 1
  const [known] = database.prepare('PRAGMA user_version').all([]) as { user_version: number }[]
  if (known?.user_version === version) return
  database.exec(schemaSql)
  database.exec(`PRAGMA user_version = ${version}`)
}

function storeOf(database: Database.Database): Store {
  const prepare = rememberStatements(database)
  // A statement of its own for single rows: libsql's get() after all() on one statement gives all()'s row again (0.5.29).
  const prepareSingle = rememberStatements(database)
  const fixedRows = new Map<string, Row>()
  const sequence = reserveNumbers(prepare)
  let depth = 0
  let isOpen = true
  const store: Store = {
    all: <T extends Row>(sql: string, ...values: Cell[]) => prepare(sql).all(values) as T[],
    get: <T extends Row>(sql: string, ...values: Cell[]) => prepareSingle(sql).get(values) as T | undefined,
    fixed: <T extends Row>(sql: string, ...values: Cell[]) => {
      const key = `${sql} ${values.join(' ')}`
      const known = fixedRows.get(key) ?? (prepareSingle(sql).get(values) as Row | undefined)
      if (known) fixedRows.set(key, known)
      return known as T | undefined
    },
    blobs: (sql, ...values) =>
      prepare(sql)
        .all(values)
        .map((row) => new Uint8Array((row as { bytes: ArrayBuffer }).bytes)),
    run: (sql, ...values) => void prepare(sql).run(values),
    inTransaction: (work) => {
      if (depth > 0) return work()
      // libsql runs known statements on after close(): a request that comes late would begin what it cannot end.
      invariant(isOpen, 'the store is open')
      depth += 1
      prepare('BEGIN IMMEDIATE').run([])
      try {
        const result = work()
        prepare('COMMIT').run([])
        return result
      } catch (error) {
        prepare('ROLLBACK').run([])
        sequence.forget()
        throw error
      } finally {
        depth -= 1
      }
    },
    nextSequence: () => sequence.next(),
    close: () => {
      isOpen = false
      database.close()
    },
  }
  return store
}

function rememberStatements(database: Database.Database): (sql: string) => Database.Statement {
  const statements = new Map<string, Database.Statement>()
  return (sql) => {
    const known = statements.get(sql)
    if (known) return known
    const made = database.prepare(sql)
    statements.set(sql, made)
    return made
  }
}

const reservedAtOnce = 1_000

/**
 * Numbers that only grow. They are reserved a thousand at a time, so that not each costs a write; a restart begins
 * behind what was reserved. A reservation that was rolled back must be made again: forget it.
 */
function reserveNumbers(prepare: (sql: string) => Database.Statement): { next: () => number; forget: () => void } {
  let last = 0
  let reserved = 0
  return {
    next: () => {
      if (last >= reserved) {
        const [row] = prepare(
          `INSERT INTO meta (key, value) VALUES ('sequence', max(?, 0) + ${reservedAtOnce}) ON CONFLICT (key) DO UPDATE SET value = max(value, ?) + ${reservedAtOnce} RETURNING value`,
        ).all([last, last]) as { value: number }[]
        invariant(row, 'the sequence has a value')
        reserved = row.value
        last = reserved - reservedAtOnce
      }
      last += 1
      return last
    },
    forget: () => {
      reserved = last
    },
  }
}
