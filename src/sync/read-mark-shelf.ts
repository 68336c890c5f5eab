import { joinMarks, noMarks, type ReadMarks, type Stamps, sameMarks } from '../domain/reading/read-marks.ts'
import type { MeetingKey } from '../shared/ids.ts'
import { ServiceError } from '../workflows/failure.ts'
import type { Clock, MarkReach, ReadMarkFiles, ReadMarkPort } from '../workflows/ports.ts'
import { type Neighbours, noNeighbours } from './one-page-at-a-time.ts'
import type { Outbox } from './outbox.ts'
import type { SnapshotStore } from './snapshot-store.ts'

export type ReadMarkOptions = {
  readonly files: ReadMarkFiles
  readonly store: SnapshotStore
  readonly outbox: Pick<Outbox, 'queue'>
  readonly clock: Pick<Clock, 'now'>
  /** The other pages of the same person on this machine, which keep marks in the same place; none when left out. */
  readonly neighbours?: Neighbours
  /** Runs the work a little later, so that several marks go in one request. */
  readonly later: (work: () => void) => void
}

/**
 * Read marks: on this machine at once, then joined with what the person's OneDrive has. Without a connection they wait in
 * the outbox; where OneDrive is closed to us (no consent, a guest's token, no OneDrive) they stay on this machine.
 */
export function createReadMarkShelf(options: ReadMarkOptions): ReadMarkPort {
  return new ReadMarkShelf(options)
}

class ReadMarkShelf implements ReadMarkPort {
  private readonly known = new Map<MeetingKey, ReadMarks>()
  private readonly opening = new Map<MeetingKey, Promise<void>>()
  private readonly unsaved = new Set<MeetingKey>()
  private readonly listeners = new Set<() => void>()
  private isShut = false
  private readonly options: ReadMarkOptions
  private readonly neighbours: Neighbours

  constructor(options: ReadMarkOptions) {
    this.options = options
    this.neighbours = options.neighbours ?? noNeighbours()
    this.neighbours.listen(() => {
      for (const meetingKey of this.known.keys()) void this.learnKept(meetingKey)
    })
  }

  marksOf(meetingKey: MeetingKey): ReadMarks {
    return this.known.get(meetingKey) ?? noMarks
  }

  reach(): MarkReach {
    if (!this.isShut) return 'everywhere'
    return this.options.store.persistence === 'indexedDb' ? 'device' : 'page'
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  open(meetingKey: MeetingKey, present: Stamps): Promise<void> {
    const opening = this.opening.get(meetingKey) ?? this.openAnew(meetingKey, present)
    this.opening.set(meetingKey, opening)
    return opening
  }

  markRead(meetingKey: MeetingKey, stamps: Stamps): void {
    const before = this.marksOf(meetingKey)
    const after = joinMarks(before, { firstLook: null, read: stamps })
    if (sameMarks(before, after)) return
    this.learn(meetingKey, after)
    this.saveLater(meetingKey)
  }

  private async openAnew(meetingKey: MeetingKey, present: Stamps): Promise<void> {
    const { clock, files } = this.options
    await this.learnKept(meetingKey)
    let stored: ReadMarks | null = null
    try {
      stored = await files.readMarks(meetingKey)
      this.learn(meetingKey, stored ?? undefined)
    } catch (error) {
      this.noteTrouble(error)
    }
    if (this.marksOf(meetingKey).firstLook === null) {
      this.learn(meetingKey, { firstLook: { at: clock.now(), stamps: present }, read: {} })
    }
    if (!sameMarks(stored ?? noMarks, this.marksOf(meetingKey))) this.saveLater(meetingKey)
  }

  private learn(meetingKey: MeetingKey, marks: ReadMarks | undefined): void {
    if (!marks) return
    const before = this.marksOf(meetingKey)
    const after = joinMarks(before, marks)
    if (sameMarks(before, after)) return
    this.known.set(meetingKey, after)
    void this.keep(meetingKey)
    for (const listener of this.listeners) listener()
  }

  /** What this machine has, which another page may have added to. */
  private async learnKept(meetingKey: MeetingKey): Promise<void> {
    this.learn(meetingKey, (await this.options.store.read('marks', meetingKey)) as ReadMarks | undefined)
  }

  private async keep(meetingKey: MeetingKey): Promise<void> {
    const { store } = this.options
    await this.neighbours.alone(async () => {
      const kept = (await store.read('marks', meetingKey)) as ReadMarks | undefined
      const joined = joinMarks(kept ?? noMarks, this.marksOf(meetingKey))
      if (kept && sameMarks(kept, joined)) return
      await store.write('marks', meetingKey, joined)
      this.neighbours.tell()
    })
  }

  private saveLater(meetingKey: MeetingKey): void {
    if (this.isShut || this.unsaved.has(meetingKey)) return
    this.unsaved.add(meetingKey)
    this.options.later(() => void this.save(meetingKey))
  }

  private async save(meetingKey: MeetingKey): Promise<void> {
    this.unsaved.delete(meetingKey)
    try {
      this.learn(meetingKey, await this.options.files.storeMarks(meetingKey, this.marksOf(meetingKey)))
    } catch (error) {
      if (!this.noteTrouble(error)) return
      const marks = this.marksOf(meetingKey)
      await this.options.outbox.queue({ kind: 'storeReadMarks', meetingKey, marks }, { tried: true })
    }
  }

  /** True when waiting helps. Anything else that is wrong outside shuts the way to OneDrive for this visit. */
  private noteTrouble(error: unknown): boolean {
    if (!(error instanceof ServiceError)) throw error
    const { kind } = error.failure
    if (kind === 'offline' || kind === 'unavailable' || kind === 'throttled' || kind === 'changedMeanwhile') return true
    this.isShut = true
    for (const listener of this.listeners) listener()
    return false
  }
}
