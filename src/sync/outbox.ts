import type { ConflictChoices } from '../domain/conflict/field-conflict.ts'
import { ServiceError, type ServiceFailure } from '../workflows/failure.ts'
import type { Clock, KeyMaker } from '../workflows/ports.ts'
import { type Neighbours, noNeighbours } from './one-page-at-a-time.ts'
import {
  isEntry,
  joinActions,
  nextId,
  type OutboxAction,
  type OutboxEntry,
  type OutboxState,
  rowKeyOf,
  serviceOf,
  withTry,
} from './outbox-entry.ts'
import { loadSettling, type OutboxPorts, sendAction } from './send-action.ts'
import type { SnapshotStore } from './snapshot-store.ts'

export type OutboxOptions = OutboxPorts & {
  readonly store: SnapshotStore
  readonly clock: Pick<Clock, 'now'>
  readonly keys: KeyMaker
  /** The other pages of the same person on this machine; none when left out. */
  readonly neighbours?: Neighbours
}

/** What a person did and Graph has not been told yet: kept on this machine until it has, shown, and taken back at will. */
export type Outbox = {
  /** In the order of queueing; the same list until something changes. */
  entries(): readonly OutboxEntry[]
  /** Calls back after every change; returns the function that stops it. */
  subscribe(listener: () => void): () => void
  /** 'memory': what waits is gone with the page, and the person must be told before leaving it. */
  readonly persistence: SnapshotStore['persistence']
  /** Keeps an action until it can be sent. `tried`: it has been on the wire and may have arrived. */
  queue(action: OutboxAction, options?: { readonly tried: boolean }): Promise<void>
  /** Takes an entry back; false when it is being sent or has been. */
  takeBack(id: string): Promise<boolean>
  /** Ends a conflict by a choice for each field: what is chosen is sent over theirs; an entry with nothing of mine left is dropped. */
  resolve(id: string, choices: ConflictChoices): Promise<void>
  /** Lets a failed entry wait again. */
  retry(id: string): Promise<void>
  /** Sends what waits, in order, until the connection fails; of several pages one sends each. Never throws ServiceError. */
  send(): Promise<void>
  /** Takes over what other pages of the same person have queued, sent or taken back. */
  reload(): Promise<void>
}

/** Failures after which nothing else can be sent to that service either: it waits. */
const STOPPING: readonly ServiceFailure['kind'][] = [
  'offline',
  'unavailable',
  'throttled',
  'signInNeeded',
  'consentMissing',
  'wrongTenant',
]

/** Opens the outbox with what an earlier visit left in the store. */
export async function createOutbox(options: OutboxOptions): Promise<Outbox> {
  const outbox = new StoredOutbox(options)
  await outbox.reload()
  return outbox
}

class StoredOutbox implements Outbox {
  private list: readonly OutboxEntry[] = []
  private readonly listeners = new Set<() => void>()
  private running: Promise<void> | null = null
  private queueing: Promise<unknown> = Promise.resolve()
  /** Own changes so far: a reading of the store that one of them overtook is done again. */
  private changes = 0
  private readonly options: OutboxOptions
  private readonly neighbours: Neighbours

  constructor(options: OutboxOptions) {
    this.options = options
    this.neighbours = options.neighbours ?? noNeighbours()
    this.neighbours.listen(() => void this.reload())
  }

  get persistence(): SnapshotStore['persistence'] {
    return this.options.store.persistence
  }

  entries(): readonly OutboxEntry[] {
    return this.list
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  queue(action: OutboxAction, { tried } = { tried: false }): Promise<void> {
    // One after the other: what was done first goes first.
    const turn = this.queueing.then(() => this.queueNext(action, tried))
    this.queueing = turn.catch(() => undefined)
    return turn
  }

  private async queueNext(action: OutboxAction, tried: boolean): Promise<void> {
    const newTry = tried ? action : null
    // Another page may have queued something about the same row.
    await this.reload()
    // While anything is being sent, it may be what this would be joined with: then it follows as an entry of its own.
    if (await this.neighbours.aloneNow(() => this.joinToLast(action, newTry), false)) return
    const queuedAt = this.options.clock.now()
    const id = nextId(this.list.at(-1)?.id, queuedAt, this.options.keys.newKey())
    const before = this.list.findLast((entry) => rowKeyOf(entry.action) === rowKeyOf(action))
    // What goes before it is one's own: it is no surprise to find that stored.
    const own = before ? withTry(before.tried, before.action) : []
    await this.put({ id, action, queuedAt, state: { kind: 'waiting' }, tried: withTry(own, newTry) })
  }

  async takeBack(id: string): Promise<boolean> {
    if (this.find(id)?.state.kind === 'sending') return false
    return this.neighbours.alone(async () => {
      const entry = await this.readAgain(id)
      if (!entry) return false
      await this.drop(id)
      return true
    })
  }

  async resolve(id: string, choices: ConflictChoices): Promise<void> {
    const { settleAction } = await loadSettling()
    await this.neighbours.alone(async () => {
      const entry = await this.readAgain(id)
      if (entry?.state.kind !== 'conflict') return
      const action = settleAction(entry.action, entry.state.theirs, choices)
      if (action === null) await this.drop(id)
      else await this.put({ ...entry, action, state: { kind: 'waiting' } })
    })
  }

  async retry(id: string): Promise<void> {
    await this.neighbours.alone(async () => {
      const entry = await this.readAgain(id)
      if (entry?.state.kind === 'failed') await this.put({ ...entry, state: { kind: 'waiting' } })
    })
  }

  send(): Promise<void> {
    this.running ??= this.sendAll().finally(() => {
      this.running = null
    })
    return this.running
  }

  /** Takes over what other pages of the same person have queued, sent or taken back. */
  async reload(): Promise<void> {
    const seen = this.changes
    const stored = (await this.options.store.readAll('outbox')).flatMap(([, kept]) => (isEntry(kept) ? [kept] : []))
    if (seen !== this.changes) return this.reload()
    const sending = new Map(this.list.filter(({ state }) => state.kind === 'sending').map((entry) => [entry.id, entry]))
    const list = stored.map((entry) => sending.get(entry.id) ?? entry)
    if (JSON.stringify(list) !== JSON.stringify(this.list)) this.show(list)
  }

  private async joinToLast(action: OutboxAction, newTry: OutboxAction | null): Promise<boolean> {
    const known = this.list.findLast((entry) => rowKeyOf(entry.action) === rowKeyOf(action))
    const last = known && (await this.readAgain(known.id))
    const joined = last && last.state.kind !== 'sending' ? joinActions(last.action, action) : null
    if (!last || !joined) return false
    const state: OutboxState = last.state.kind === 'conflict' ? last.state : { kind: 'waiting' }
    await this.put({ ...last, action: joined, tried: withTry(last.tried, newTry), state })
    return true
  }

  private async sendAll(): Promise<void> {
    await this.reload()
    const blocked = new Set<string>()
    for (const { id } of this.list) {
      const entry = this.find(id)
      if (!entry) continue
      const [key, service] = [`row ${rowKeyOf(entry.action)}`, `service ${serviceOf(entry.action)}`]
      if (blocked.has(key) || blocked.has(service)) continue
      const outcome = await this.neighbours.alone(() => this.sendIfWaiting(id))
      if (outcome === 'stop') blocked.add(service)
      if (this.find(id)) blocked.add(key)
    }
  }

  private async sendIfWaiting(id: string): Promise<'stop' | 'go on'> {
    const entry = await this.readAgain(id)
    return entry?.state.kind === 'waiting' ? this.sendOne(entry) : 'go on'
  }

  private async sendOne(entry: OutboxEntry): Promise<'stop' | 'go on'> {
    const tried = withTry(entry.tried, entry.action)
    // After a restart it waits again, with the memory that it may have arrived.
    await this.put({ ...entry, tried, state: { kind: 'sending' } }, { ...entry, tried })
    try {
      const sent = await sendAction(this.options, entry.action, entry.tried)
      if (sent.kind === 'done') await this.drop(entry.id)
      else await this.put({ ...entry, state: sent })
      return 'go on'
    } catch (error) {
      const failure = error instanceof ServiceError ? error.failure : null
      const stops = failure === null || STOPPING.includes(failure.kind)
      await this.put({ ...entry, tried, state: stops ? { kind: 'waiting' } : { kind: 'failed', failure } })
      if (failure === null) throw error
      return stops ? 'stop' : 'go on'
    }
  }

  private find(id: string): OutboxEntry | undefined {
    return this.list.find((entry) => entry.id === id)
  }

  /** The entry as the store has it now; another page may have changed or sent it. */
  private async readAgain(id: string): Promise<OutboxEntry | undefined> {
    const kept = await this.options.store.read('outbox', id)
    if (isEntry(kept)) return kept
    this.show(this.list.filter((entry) => entry.id !== id))
    return undefined
  }

  // `kept` is what a restart shall find, where that differs from what is shown.
  private async put(entry: OutboxEntry, kept: OutboxEntry = entry): Promise<void> {
    // Stored before it is shown, so that reading the store again never loses sight of it.
    await this.options.store.write('outbox', entry.id, kept)
    this.changes += 1
    const isKnown = this.list.some(({ id }) => id === entry.id)
    this.show(isKnown ? this.list.map((old) => (old.id === entry.id ? entry : old)) : [...this.list, entry])
    this.neighbours.tell()
  }

  private async drop(id: string): Promise<void> {
    await this.options.store.remove('outbox', id)
    this.changes += 1
    this.show(this.list.filter((entry) => entry.id !== id))
    this.neighbours.tell()
  }

  private show(list: readonly OutboxEntry[]): void {
    this.list = list
    for (const listener of this.listeners) listener()
  }
}
