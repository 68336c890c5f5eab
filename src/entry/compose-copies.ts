import type { Account } from '../hosts/host.ts'
import { cacheCalendar } from '../sync/cache-calendar.ts'
import { cacheForum } from '../sync/cache-forum.ts'
import { createNeighbours } from '../sync/one-page-at-a-time.ts'
import { createOutbox, type Outbox } from '../sync/outbox.ts'
import type { OutboxEntry } from '../sync/outbox-entry.ts'
import { queueCalendar, queueForum } from '../sync/queue-writes.ts'
import { createSnapshotStore } from '../sync/snapshot-store.ts'
import type { OutboxPort, WaitingEntry } from '../workflows/outbox-port.ts'
import type {
  CalendarPort,
  Clock,
  KeyMaker,
  PollingForumPort,
  ReadMarkFiles,
  ReadMarkPort,
} from '../workflows/ports.ts'

/** How long marks are gathered before they are stored together. */
const GATHER_MILLISECONDS = 3000

/** One person's copies on this machine: what was read can be read again, what was written waits until it can be sent. */
export async function composeCopies(
  owner: Account,
  ports: { readonly forum: PollingForumPort; readonly calendar: CalendarPort; readonly marks: ReadMarkFiles },
  { clock, keys }: { readonly clock: Clock; readonly keys: KeyMaker },
) {
  const store = await createSnapshotStore(owner)
  const cached = cacheForum(ports.forum, store, clock)
  const neighboursFor = (shelf: string) =>
    createNeighbours(`moedetraad:${shelf}:${owner.tenantId}:${owner.mail.toLowerCase()}`)
  const outbox = await createOutbox({ ...ports, store, clock, keys, neighbours: neighboursFor('outbox') })
  // Comes after the meeting can be read, with code of its own.
  let readMarks: ReadMarkPort | null = null
  const later = (work: () => void): void => void setTimeout(work, GATHER_MILLISECONDS)
  return {
    forum: queueForum(cached, outbox, { author: owner.name, clock }),
    calendar: queueCalendar(cacheCalendar(ports.calendar, store, clock), outbox),
    outbox: toOutboxPort(outbox),
    readMarks: async (): Promise<ReadMarkPort> => {
      const { createReadMarkShelf } = await import('../sync/read-mark-shelf.ts')
      readMarks ??= createReadMarkShelf({
        files: ports.marks,
        store,
        outbox,
        clock,
        later,
        neighbours: neighboursFor('marks'),
      })
      return readMarks
    },
  }
}

function toOutboxPort(outbox: Outbox): OutboxPort {
  let seen: readonly OutboxEntry[] = []
  let shown: readonly WaitingEntry[] = []
  return {
    entries: () => {
      const entries = outbox.entries()
      if (entries !== seen) {
        seen = entries
        shown = entries.map(toWaitingEntry)
      }
      return shown
    },
    subscribe: (listener) => outbox.subscribe(listener),
    outlivesPage: () => outbox.persistence === 'indexedDb',
    takeBack: async (id) => {
      await outbox.takeBack(id)
    },
    resolve: (id, choices) => outbox.resolve(id, choices),
    retry: (id) => outbox.retry(id),
    send: () => outbox.send(),
  }
}

function toWaitingEntry({ action, id, state: shownState }: OutboxEntry): WaitingEntry {
  switch (action.kind) {
    case 'addProposal':
      return { id, what: 'proposal', text: action.proposal.title, state: shownState }
    case 'changeProposal':
      return { id, what: 'proposal', text: action.after.title, state: shownState }
    case 'addStatusNote':
      return { id, what: 'statusNote', text: action.note.text, state: shownState }
    case 'changeStatusNote':
      return { id, what: 'statusNote', text: action.after.text, state: shownState }
    case 'respond':
      return { id, what: 'answer', text: '', state: shownState }
    case 'storeReadMarks':
      return { id, what: 'readMarks', text: String(Object.keys(action.marks.read).length), state: shownState }
  }
}
