import type { CalendarEvent } from '../domain/calendar/calendar-event.ts'
import { hashLinkValue } from '../domain/linking/link-values.ts'
import { type LogEntry, type LogKind, type NewLogEntry, standingEntries } from '../domain/meeting/meeting-log.ts'
import type { ForumId, LinkKey, LogKey } from '../shared/ids.ts'
import { sha256 } from '../shared/sha256.ts'
import { ServiceError } from './failure.ts'
import type { TiedInvitation } from './judge-invitation.ts'
import type { ForumPort } from './ports.ts'

/** Who acts, as the forum knows them. `mail` in lower case. */
export type Actor = { readonly name: string; readonly mail: string; readonly organisation: string }

/** An invitation as rows and the log know it: its hashes, and what people call it. */
export type InvitationMark = Pick<NewLogEntry, 'start' | 'subject'> & {
  readonly valueHash: string
  readonly linkKey: LinkKey
}

/** What an invitation is stored and found under; null when the calendar has not told its iCalUId. */
export async function markInvitation(
  event: Pick<CalendarEvent, 'iCalUId' | 'start' | 'subject'>,
): Promise<InvitationMark | null> {
  if (!event.iCalUId) return null
  return { ...(await hashLinkValue('ical', event.iCalUId, null)), subject: event.subject, start: event.start }
}

/** The invitation a line of the log is about; null for a move. */
export function markOfLine({ linkKey, start, subject, valueHash }: NewLogEntry): InvitationMark | null {
  return valueHash === null || linkKey === null ? null : { valueHash, linkKey, subject, start }
}

/** A line about an invitation, still without what it says. */
export function aboutInvitation(
  mark: InvitationMark,
  line: Pick<NewLogEntry, 'key' | 'kind' | 'meetingKey'> & Partial<NewLogEntry>,
): NewLogEntry {
  return { ...mark, because: '', organisation: '', refersTo: null, before: null, ...line }
}

/** A line that takes back another. */
export function takingBack({ author: _, createdAt: __, ...entry }: LogEntry, key: LogKey): NewLogEntry {
  return { ...entry, key, kind: 'undone', because: '', refersTo: entry.key, before: null }
}

/** The line a person has written of an invitation and not taken back, and the key the next such line must bear. */
export async function findOwnLine(
  log: readonly LogEntry[],
  kind: LogKind,
  valueHash: string,
  mail: string,
): Promise<{ readonly standing: LogEntry | null; readonly nextKey: LogKey }> {
  const standing = new Set(standingEntries(log).map((entry) => entry.key))
  for (let nth = 0; ; nth += 1) {
    // One line a person: the same click on two machines writes it once.
    const key = (await sha256(`${kind}:${valueHash}:${mail.toLowerCase()}:${nth}`)) as LogKey
    const written = log.find((entry) => entry.key === key)
    if (!written || standing.has(key)) return { standing: written ?? null, nextKey: key }
  }
}

type LogPort = Pick<ForumPort, 'addLogEntry' | 'readLog'>

/** Remembers that a person says a tie does not fit, for that person and for the secretariat to see. Throws ServiceError. */
export async function disputeTie(forum: LogPort, tied: TiedInvitation, actor: Actor): Promise<LogEntry | null> {
  return writeOwnLine(forum, tied, 'disputed', actor, tied.evidence.join('\n'))
}

/** Takes one's own word back. */
export async function withdrawDispute(forum: LogPort, forumId: ForumId, dispute: LogEntry, key: LogKey): Promise<void> {
  await forum.addLogEntry(forumId, takingBack(dispute, key))
}

/**
 * Tells the others that this person's calendar does not hold the stale copy any more; nobody can look there. True when it
 * is told, false when the site could not be reached or keeps no log: the removal itself stands.
 */
export async function reportRemoval(forum: LogPort, tied: TiedInvitation, actor: Actor): Promise<boolean> {
  try {
    return (await writeOwnLine(forum, tied, 'removed', actor, '')) !== null
  } catch (error) {
    if (error instanceof ServiceError) return false
    throw error
  }
}

async function writeOwnLine(
  forum: LogPort,
  { event, forumId, live }: TiedInvitation,
  kind: 'disputed' | 'removed',
  { mail, organisation }: Actor,
  because: string,
): Promise<LogEntry | null> {
  const mark = event && (await markInvitation(event))
  if (!mark) return null
  const log = await forum.readLog(forumId, live.key)
  const { nextKey, standing } = await findOwnLine(log, kind, mark.valueHash, mail)
  if (standing) return standing
  const line = { key: nextKey, kind, meetingKey: live.key, organisation, because }
  return forum.addLogEntry(forumId, aboutInvitation(mark, line))
}

/** The person's own word that this tie does not fit; null when there is none, or when the log cannot be read. */
export async function findDispute(
  forum: Pick<ForumPort, 'readLog'>,
  { event, forumId, live }: TiedInvitation,
  mail: string,
): Promise<LogEntry | null> {
  const mark = event && (await markInvitation(event))
  if (!mark) return null
  try {
    const log = await forum.readLog(forumId, live.key)
    return (await findOwnLine(log, 'disputed', mark.valueHash, mail)).standing
  } catch (error) {
    if (error instanceof ServiceError) return null
    throw error
  }
}

/**
 * Notes what the rules did by themselves: tied an invitation, or marked it as replaced. Once for all who meet it; where it
 * cannot be written, the next one does.
 */
export async function noteFinding(forum: Pick<ForumPort, 'addLogEntry'>, tied: TiedInvitation): Promise<void> {
  const { certainty, event, evidence, forumId, live, standing } = tied
  if (!event || certainty !== 'certain' || (standing !== 'live' && standing !== 'stale')) return
  const mark = await markInvitation(event)
  if (!mark) return
  const kind = standing === 'stale' ? 'found-stale' : 'found'
  const key = (await sha256(`${kind}:${mark.valueHash}:${live.key}`)) as LogKey
  const line = { key, kind, meetingKey: live.key, because: evidence.join('\n') } as const
  try {
    await forum.addLogEntry(forumId, aboutInvitation(mark, line))
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
  }
}
