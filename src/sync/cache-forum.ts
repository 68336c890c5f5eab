import type { ForumId, Instant, MeetingKey } from '../shared/ids.ts'
import { ServiceError, type ServiceFailure } from '../workflows/failure.ts'
import type { Clock, ForumPlan, ForumPort, MeetingRecord, PollingForumPort } from '../workflows/ports.ts'
import { leaveCopyHint } from './copy-hint.ts'
import { dropFiles, findFile, keepFile } from './kept-files.ts'
import type { SnapshotStore } from './snapshot-store.ts'

/** A forum port that keeps copies of what was read, so that it can be read again without a request. */
export type CachedForum = PollingForumPort & {
  /** The meeting as it was last read (see its `readAt`), without any request; null when it never was, or may not be seen any more. */
  cached(meetingKey: MeetingKey): Promise<MeetingRecord | null>
}

const PLANS = 'plans'
const MOST_MEETINGS = 60

/**
 * Keeps a copy of each opened meeting, of the plans and of opened files. `readMeeting` still throws 'offline': the screen
 * shows the copy and says so. Plans, ties and files are answered from the copies while Graph cannot be reached. When
 * rights are gone, so are the copies.
 */
export function cacheForum(port: PollingForumPort, store: SnapshotStore, clock: Pick<Clock, 'now'>): CachedForum {
  const keep = keepMeetings(store)
  return {
    ...port,
    cached: async (meetingKey) => asRecord(await store.read('meetings', meetingKey)),
    readMeeting: (forumId, meetingKey) => keep(forumId, meetingKey, () => port.readMeeting(forumId, meetingKey)),
    pollMeeting: (forumId, meetingKey) => keep(forumId, meetingKey, () => port.pollMeeting(forumId, meetingKey)),
    findLinks: (valueHashes) =>
      orFromCopies(
        () => port.findLinks(valueHashes),
        async () => {
          const found = (await keptLinks(store)).filter(({ link }) => valueHashes.includes(link.valueHash))
          // Copies can show a tie; they cannot show that there is none.
          return found.length > 0 ? found : null
        },
      ),
    readPlans: (from) =>
      orFromCopies(
        () => readAndKeepPlans(port, store, from),
        () => keptPlans(store, from),
      ),
    readFile: (driveId, driveItemId) =>
      orFromCopies(
        async () => {
          const file = await port.readFile(driveId, driveItemId)
          await keepFile(store, driveId, driveItemId, file, clock.now())
          return file
        },
        () => findFile(store, driveId, driveItemId),
      ),
  }
}

function isFailure(error: unknown, ...kinds: readonly ServiceFailure['kind'][]): boolean {
  return error instanceof ServiceError && kinds.includes(error.failure.kind)
}

async function orFromCopies<T>(ask: () => Promise<T>, find: () => Promise<T | null>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    const kept = isFailure(error, 'offline', 'unavailable', 'throttled') ? await find() : null
    if (kept === null) throw error
    return kept
  }
}

function asRecord(kept: unknown): MeetingRecord | null {
  return typeof kept === 'object' && kept !== null && 'meetingKey' in kept ? (kept as MeetingRecord) : null
}

async function readRecords(store: SnapshotStore): Promise<readonly MeetingRecord[]> {
  return (await store.readAll('meetings')).flatMap(([, kept]) => asRecord(kept) ?? [])
}

type KeepMeeting = (
  forumId: ForumId,
  meetingKey: MeetingKey,
  read: () => Promise<MeetingRecord>,
) => Promise<MeetingRecord>

// Copies what is read, makes room for a meeting that is new, and drops the copies of what may not be read any more.
function keepMeetings(store: SnapshotStore): KeepMeeting {
  const keptKeys = new Set<string>()
  return async (forumId, meetingKey, read) => {
    try {
      const record = await read()
      // The copy is put away behind the answer: nobody waits for the disk. The store never throws.
      void putAway(store, record, !keptKeys.has(meetingKey))
      keptKeys.add(meetingKey)
      return record
    } catch (error) {
      if (isFailure(error, 'noRights', 'notInvited')) await dropForum(store, forumId)
      if (isFailure(error, 'notFound')) await dropMeeting(store, asRecord(await store.read('meetings', meetingKey)))
      throw error
    }
  }
}

async function putAway(store: SnapshotStore, record: MeetingRecord, isNew: boolean): Promise<void> {
  await store.write('meetings', record.meetingKey, record)
  leaveCopyHint(record.meetingKey)
  if (isNew) await dropOldest(store)
}

async function dropOldest(store: SnapshotStore): Promise<void> {
  const records = await readRecords(store)
  const oldest = records.toSorted((a, b) => (a.readAt < b.readAt ? -1 : 1)).slice(0, -MOST_MEETINGS)
  for (const old of oldest) await dropMeeting(store, old)
}

async function dropMeeting(store: SnapshotStore, record: MeetingRecord | null): Promise<void> {
  if (!record) return
  await dropFiles(store, record.enclosures)
  await store.remove('meetings', record.meetingKey)
}

async function dropForum(store: SnapshotStore, forumId: ForumId): Promise<void> {
  for (const record of await readRecords(store)) {
    if (record.forum.id === forumId) await dropMeeting(store, record)
  }
  const plans = await readKeptPlans(store)
  await store.write(
    'meetings',
    PLANS,
    plans.filter((plan) => plan.forum.id !== forumId),
  )
}

async function readAndKeepPlans(port: ForumPort, store: SnapshotStore, from: Instant): Promise<readonly ForumPlan[]> {
  const plans = await port.readPlans(from)
  await store.write('meetings', PLANS, plans)
  // A forum that is not among them is one this person may not open any more.
  const open = new Set(plans.map((plan) => plan.forum.id))
  const closed = new Set((await readRecords(store)).map((record) => record.forum.id).filter((id) => !open.has(id)))
  for (const forumId of closed) await dropForum(store, forumId)
  return plans
}

async function readKeptPlans(store: SnapshotStore): Promise<readonly ForumPlan[]> {
  const kept = await store.read('meetings', PLANS)
  return Array.isArray(kept) ? (kept as readonly ForumPlan[]) : []
}

async function keptPlans(store: SnapshotStore, from: Instant): Promise<readonly ForumPlan[] | null> {
  const plans = await readKeptPlans(store)
  if (plans.length === 0) return null
  return plans.map((plan) => ({ ...plan, meetings: plan.meetings.filter((meeting) => meeting.start >= from) }))
}

async function keptLinks(store: SnapshotStore): Promise<Awaited<ReturnType<ForumPort['findLinks']>>> {
  const ofPlans = (await readKeptPlans(store)).map(({ forum, links }) => ({ forumId: forum.id, links }))
  const ofMeetings = (await readRecords(store)).map(({ forum, links }) => ({ forumId: forum.id, links }))
  const all = [...ofPlans, ...ofMeetings].flatMap(({ forumId, links }) => links.map((link) => ({ forumId, link })))
  return [...new Map(all.map((tie) => [tie.link.key, tie])).values()]
}
