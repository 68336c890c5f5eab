import type { AgendaDraft } from '../domain/agenda/agenda-draft.ts'
import { toAgendaDraft } from '../domain/agenda/to-agenda-items.ts'
import type { Forum } from '../domain/forum/forum.ts'
import type { Meeting } from '../domain/meeting/meeting.ts'
import type { Instant, LocalDate } from '../shared/ids.ts'
import { invariant } from '../shared/invariant.ts'
import { archivedState, completedByPaper, meetingOn, newArchiveMeeting } from './archive-meeting.ts'
import { ServiceError, type ServiceFailure } from './failure.ts'
import { type ImportPort, savePlan } from './import-agenda.ts'
import { keepOriginal, originalKey } from './keep-original.ts'
import { keyByContent } from './key-draft.ts'
import { planImport } from './plan-import.ts'
import type { Clock, ForumPort } from './ports.ts'
import { type AgendaFileProblem, type AgendaFileReader, agendaFileLimitBytes } from './read-agenda-file.ts'

/** A file that waits to be read: opened only when its turn comes, so that a folder of thousands costs no memory. null: gone. */
export type ArchiveFile = { readonly name: string; readonly open: () => Promise<File | null> }

/** What became of one file. `date` is the meeting's; counts are of items. */
export type ArchiveEntry = { readonly file: string } & (
  | {
      /** A meeting made for it, one that was there and now has it too, or one that had it already. */
      readonly kind: 'imported' | 'joined' | 'there'
      readonly date: LocalDate
      readonly items: number
      /** What the reader was in doubt about. */
      readonly doubts: number
      /** Closed items, which are left out together with the original: a site's members can read all of it. */
      readonly closed: number
      /** Texts the meeting has otherwise; they stay as they are. */
      readonly kept: number
    }
  /** The document names another forum, and was not asked to be taken all the same. */
  | { readonly kind: 'otherForum'; readonly named: string }
  | { readonly kind: 'none'; readonly why: string | null }
  | { readonly kind: 'undated' }
  | { readonly kind: 'unreadable'; readonly reason: AgendaFileProblem }
  | { readonly kind: 'failed'; readonly failure: ServiceFailure }
)

/** What came of a whole run; `stopped` says why not all files had their turn. */
export type ArchiveReport = {
  readonly entries: readonly ArchiveEntry[]
  readonly stopped: ServiceFailure | 'asked' | null
}

/** What is wished of a run: documents that name another forum too, and whether a person has stopped it. */
export type ArchiveWishes = {
  readonly anyForum?: boolean
  readonly isStopped?: () => boolean
}

/** What an archive import needs of the outside. */
export type ArchivePorts = {
  readonly forum: ImportPort & Pick<ForumPort, 'addMeeting' | 'changeMeeting' | 'readMeeting' | 'readPlans'>
  readonly reader: AgendaFileReader
  readonly clock: Clock
  /** Waits that many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>
}

const beginning = '1970-01-01T00:00:00Z' as Instant
const mostWaits = 5

/**
 * Puts a heap of old agendas and minutes into a forum's archive, one file at a time: finds or makes the meeting of the
 * document's date, adds what is not there, keeps the original. Running it again, or going on after a stop, makes no doubles.
 * When Graph asks to wait, it waits; when nothing more can be written (offline, no rights) it stops and says so. `onEntry`
 * hears of each file as it is done.
 */
export async function importArchive(
  ports: ArchivePorts,
  forumId: Forum['id'],
  files: readonly ArchiveFile[],
  onEntry: (entry: ArchiveEntry, done: number, all: number) => void,
  { anyForum = false, isStopped = () => false }: ArchiveWishes = {},
): Promise<ArchiveReport> {
  const entries: ArchiveEntry[] = []
  const plans = await patiently(ports, () => ports.forum.readPlans(beginning))
  const plan = plans.find(({ forum }) => forum.id === forumId)
  if (!plan) return { entries, stopped: { kind: 'noRights' } }
  const archive: Archive = { forum: plan.forum, meetings: [...plan.meetings], madeFor: new Map(), anyForum }
  for (const file of files) {
    if (isStopped()) return { entries, stopped: 'asked' }
    const entry = await importFile(ports, archive, file)
    entries.push(entry)
    onEntry(entry, entries.length, files.length)
    if (entry.kind === 'failed' && endsAll(entry.failure)) return { entries, stopped: entry.failure }
  }
  return { entries, stopped: null }
}

/** Failures that every next file would meet too. */
function endsAll({ kind }: ServiceFailure): boolean {
  return !['rejected', 'tooLarge', 'changedMeanwhile', 'notFound'].includes(kind)
}

/** The forum that is filled; `meetings` grows as meetings are made, `madeFor` says for which file. */
type Archive = {
  readonly forum: Forum
  readonly meetings: Meeting[]
  readonly madeFor: Map<Meeting['key'], File>
  readonly anyForum: boolean
}

async function importFile(ports: ArchivePorts, archive: Archive, file: ArchiveFile): Promise<ArchiveEntry> {
  try {
    return await readAndStore(ports, archive, file)
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    return { file: file.name, kind: 'failed', failure: error.failure }
  }
}

async function readAndStore(ports: ArchivePorts, archive: Archive, { name, open }: ArchiveFile): Promise<ArchiveEntry> {
  const file = await open()
  if (file === null) return { file: name, kind: 'unreadable', reason: 'gone' }
  if (file.size > agendaFileLimitBytes) return { file: name, kind: 'unreadable', reason: 'tooLarge' }
  const reading = await ports.reader.read(file)
  if (reading.kind === 'unreadable') return { file: name, kind: 'unreadable', reason: reading.reason }
  if (reading.kind === 'none') return { file: name, kind: 'none', why: reading.why }
  const named = otherForum(reading.document.forum, archive.forum)
  if (named !== null && !archive.anyForum) return { file: name, kind: 'otherForum', named }
  let count = 0
  const draft = toAgendaDraft(reading.document, () => String(++count))
  if (draft.date === null) return { file: name, kind: 'undated' }
  const stored = await patiently(ports, () => store(ports, archive, draft, file))
  return {
    file: name,
    date: draft.date,
    items: draft.items.length,
    doubts: reading.findings.length,
    closed: draft.items.filter(({ openness }) => openness === 'closed').length,
    ...stored,
  }
}

type Stored = { readonly kind: 'imported' | 'joined' | 'there'; readonly kept: number }

async function store(ports: ArchivePorts, archive: Archive, read: AgendaDraft, file: File): Promise<Stored> {
  const { clock, forum: port } = ports
  const { forum, madeFor, meetings } = archive
  invariant(read.date, 'a draft without date in the archive')
  const today = clock.today(forum.timeZone)
  const live = meetingOn(meetings, read.date, read.start) ?? (await makeMeeting(ports, archive, read, file))
  const record = await port.readMeeting(forum.id, live.key)
  const key = await originalKey(live.key, file)
  if (record.enclosures.some((enclosure) => enclosure.key === key)) return { kind: 'there', kept: 0 }
  const isClosed = read.items.some(({ openness }) => openness === 'closed')
  const items = read.items.map((item) => ({ ...item, taken: item.openness === 'open' }))
  const draft = await keyByContent({ ...read, items }, live.key)
  const plan = planImport(draft, { meetingKey: live.key, items: record.items, enclosures: record.enclosures })
  const { added, changed } = await savePlan(port, live, plan)
  const current = record.meetings.find((meeting) => meeting.key === live.key) ?? live
  await completeMeeting(port, current, draft, read.date < today)
  // The original comes last: once its row is there, everything else is, and the file need not be looked at again.
  if (!isClosed) await keepOriginal(port, live, file, 'open', record.enclosures)
  const kept = plan.reduce((sum, { merged }) => sum + (merged?.conflicts.length ?? 0), 0)
  const isThere = isClosed && added + changed === 0
  return { kind: isThere ? 'there' : madeFor.get(live.key) === file ? 'imported' : 'joined', kept }
}

async function makeMeeting(
  { clock, forum: port }: ArchivePorts,
  { forum, madeFor, meetings }: Archive,
  read: AgendaDraft,
  file: File,
): Promise<Meeting> {
  invariant(read.date, 'a meeting without date in the archive')
  const made = await port.addMeeting(await newArchiveMeeting(forum, read, read.date, clock.today(forum.timeZone)))
  meetings.push(made)
  madeFor.set(made.key, file)
  return made
}

/** What one of a meeting's papers tells and another did not: its place, its time, and how far the agenda is. */
async function completeMeeting(
  port: ArchivePorts['forum'],
  meeting: Meeting,
  draft: AgendaDraft,
  isPast: boolean,
): Promise<void> {
  const after = completedByPaper(meeting, draft)
  if (after !== meeting) await port.changeMeeting(meeting, after)
  const state = archivedState(meeting.agendaState, draft.kind, isPast)
  if (state !== meeting.agendaState) await port.changeAgendaState(meeting.forumId, meeting.key, state)
}

/** The forum a document names, when neither name holds the other. */
function otherForum(named: string | null, forum: Forum): string | null {
  if (named === null) return null
  const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const own = [forum.name, ...forum.aliases].map(letters)
  return own.some((name) => name.includes(letters(named)) || letters(named).includes(name)) ? null : named
}

/** Does it again after the time Graph asks for, a few times. */
async function patiently<T>({ wait }: ArchivePorts, work: () => Promise<T>): Promise<T> {
  for (let waits = 0; ; waits++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof ServiceError) || error.failure.kind !== 'throttled' || waits >= mostWaits) throw error
      await wait(Math.max(1, error.failure.retryAfterSeconds) * 1000)
    }
  }
}
