import { ServiceError, type ServiceFailure } from '../workflows/failure.ts'
import type { Clock, KeyMaker } from '../workflows/ports.ts'
import { joinActions, type OutboxAction, type OutboxEntry, type OutboxState, rowKeyOf } from './outbox-entry.ts'
import { type OutboxPorts, sendAction } from './send-action.ts'
import type { SnapshotStore } from './snapshot-store.ts'

export type OutboxOptions = OutboxPorts & {
  readonly store: SnapshotStore
  readonly clock: Pick<Clock, 'now'>
  readonly keys: KeyMaker
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
  /** Ends a conflict: with 'mine' my text is sent in place of theirs, with 'theirs' mine is given up. */
  resolve(id: string, choice: 'mine' | 'theirs'): Promise<void>
  /** Lets a failed entry wait again. */
  retry(id: string): Promise<void>
  /** Sends what waits, in order, until the connection fails. Never throws ServiceError. */
  send(): Promise<void>
}

/** Failures after which nothing else can be sent either: everything waits. */
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
  private readonly options: OutboxOptions

  constructor(options: OutboxOptions) {
    this.options = options
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

  async queue(action: OutboxAction, { tried } = { tried: false }): Promise<void> {
    const last = this.list.findLast((entry) => rowKeyOf(entry.action) === rowKeyOf(action))
    const joined = last && last.state.kind !== 'sending' ? joinActions(last.action, action) : null
    if (last && joined) {
      const state: OutboxState = last.state.kind === 'conflict' ? last.state : { kind: 'waiting' }
      await this.put({ ...last, action: joined, tried: withTry(last.tried, tried ? action : null), state })
      return
    }
    const queuedAt = this.options.clock.now()
    const id = `${nextPlace(this.list.at(-1)?.id, queuedAt)}#${this.options.keys.newKey()}`
    await this.put({ id, action, queuedAt, state: { kind: 'waiting' }, tried: withTry([], tried ? action : null) })
  }

  async takeBack(id: string): Promise<boolean> {
    const entry = this.find(id)
    if (!entry || entry.state.kind === 'sending') return false
    await this.drop(id)
    return true
  }

  async resolve(id: string, choice: 'mine' | 'theirs'): Promise<void> {
    const entry = this.find(id)
    if (entry?.state.kind !== 'conflict') return
    if (choice === 'theirs') await this.drop(id)
    else await this.put({ ...entry, action: overTheirs(entry.action, entry.state.theirs), state: { kind: 'waiting' } })
  }

  async retry(id: string): Promise<void> {
    const entry = this.find(id)
    if (entry?.state.kind === 'failed') await this.put({ ...entry, state: { kind: 'waiting' } })
  }

  send(): Promise<void> {
    this.running ??= this.sendAll().finally(() => {
      this.running = null
    })
    return this.running
  }

  /** Takes over what other pages of the same person have queued or sent. */
  async reload(): Promise<void> {
    const stored = (await this.options.store.readAll('outbox')).flatMap(([, kept]) => (isEntry(kept) ? [kept] : []))
    const own = new Map(this.list.map((entry) => [entry.id, entry]))
    this.show(stored.map((entry) => own.get(entry.id) ?? entry))
  }

  private async sendAll(): Promise<void> {
    await this.reload()
    const blockedKeys = new Set<string>()
    for (const { id } of this.list) {
      const entry = this.find(id)
      if (!entry) continue
      const key = rowKeyOf(entry.action)
      if (entry.state.kind === 'waiting' && !blockedKeys.has(key) && (await this.sendOne(entry)) === 'stop') return
      if (this.find(id)) blockedKeys.add(key)
    }
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

  // `kept` is what a restart shall find, where that differs from what is shown.
  private async put(entry: OutboxEntry, kept: OutboxEntry = entry): Promise<void> {
    const isKnown = this.list.some(({ id }) => id === entry.id)
    this.show(isKnown ? this.list.map((old) => (old.id === entry.id ? entry : old)) : [...this.list, entry])
    await this.options.store.write('outbox', entry.id, kept)
  }

  private async drop(id: string): Promise<void> {
    this.show(this.list.filter((entry) => entry.id !== id))
    await this.options.store.remove('outbox', id)
  }

  private show(list: readonly OutboxEntry[]): void {
    this.list = list
    for (const listener of this.listeners) listener()
  }
}

// Sorts after the last one even within a second, or when the machine's clock is set back. What follows it in an id is a new
// key, which keeps two pages of one person apart.
function nextPlace(lastId: string | undefined, queuedAt: string): string {
  const [lastAt = '', lastCount = '0'] = lastId?.split('#') ?? []
  const isLater = queuedAt > lastAt
  return `${isLater ? queuedAt : lastAt}#${String(isLater ? 0 : Number(lastCount) + 1).padStart(6, '0')}`
}

const MOST_TRIED = 10

function withTry(tried: readonly OutboxAction[], action: OutboxAction | null): readonly OutboxAction[] {
  const isKnown = action === null || tried.some((one) => JSON.stringify(one) === JSON.stringify(action))
  return isKnown || tried.length >= MOST_TRIED ? tried : [...tried, action]
}

function isEntry(kept: unknown): kept is OutboxEntry {
  return typeof kept === 'object' && kept !== null && 'id' in kept && 'action' in kept && 'state' in kept
}

function overTheirs(action: OutboxAction, theirs: Extract<OutboxState, { kind: 'conflict' }>['theirs']): OutboxAction {
  if (action.kind === 'respond' || action.kind === 'addProposal') return action
  const { forumId } = action
  if ('text' in theirs) {
    const text =
      action.kind === 'addStatusNote' ? action.note.text : 'text' in action.after ? action.after.text : theirs.text
    return { kind: 'changeStatusNote', forumId, before: theirs, after: { ...theirs, text, state: 'sent' } }
  }
  if (action.kind !== 'changeProposal') return action
  return { kind: 'changeProposal', forumId, before: theirs, after: { ...theirs, ...changesOf(action) } }
}

// The fields I changed, so that what they changed elsewhere stays theirs.
function changesOf({ before, after }: Extract<OutboxAction, { kind: 'changeProposal' }>): Partial<typeof after> {
  const changed = Object.entries(after).filter(([name, value]) => before[name as keyof typeof before] !== value)
  return Object.fromEntries(changed.filter(([name]) => name !== 'eTag'))
}
