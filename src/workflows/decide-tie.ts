import type { MeetingLink } from '../domain/meeting/meeting.ts'
import type { LogEntry } from '../domain/meeting/meeting-log.ts'
import type { ForumId, LogKey, MeetingKey } from '../shared/ids.ts'
import { type Actor, aboutInvitation, type InvitationMark, takingBack } from './invitation-log.ts'
import type { ForumPort } from './ports.ts'

/** What a person of the secretariat says of an invitation. It serves everybody who has a copy of it. */
export type TieDecision = {
  /** It is the meeting's invitation; it was, and is replaced; or it is none of the forum's meetings. */
  readonly kind: 'belongs' | 'replaced' | 'none'
  readonly forumId: ForumId
  /** The live meeting; for 'none' the one it was taken for. */
  readonly meetingKey: MeetingKey
}

type TiePort = Pick<ForumPort, 'addLogEntry' | 'changeLink' | 'findLinks' | 'tie' | 'untie'>

const states = { belongs: 'current', replaced: 'superseded', none: 'rejected' } as const
const logKinds = { belongs: 'confirmed', replaced: 'confirmed-stale', none: 'rejected' } as const

/**
 * Stores the decision as a row of the forum's site, which outranks every rule, and as a line of the log, by which it can be
 * undone. Safe to repeat with the same `logKey`. Throws ServiceError.
 */
export async function decideTie(
  forum: TiePort,
  mark: InvitationMark,
  decision: TieDecision,
  { actor, evidence, logKey }: { readonly actor: Actor; readonly evidence: readonly string[]; readonly logKey: LogKey },
): Promise<LogEntry> {
  const { forumId, kind, meetingKey } = decision
  const wanted: MeetingLink = {
    key: mark.linkKey,
    valueHash: mark.valueHash,
    meetingKey,
    kind: 'ical',
    state: states[kind],
    occurrenceDate: null,
    evidence: sayWho(kind, actor, evidence),
  }
  const found = (await forum.findLinks([mark.valueHash])).find(
    (tie) => tie.forumId === forumId && tie.link.key === wanted.key,
  )?.link
  // The line first: when the row's writing breaks off and is tried again, it still tells what stood before the first try.
  const line = await forum.addLogEntry(
    forumId,
    aboutInvitation(mark, {
      key: logKey,
      kind: logKinds[kind],
      meetingKey,
      because: evidence.join('\n'),
      before: { kind: 'tie', link: found ?? null },
    }),
  )
  const stored = found ?? (await forum.tie(forumId, wanted))
  if (stored.meetingKey !== meetingKey || stored.state !== wanted.state) {
    await forum.changeLink(forumId, stored, wanted)
  }
  return line
}

// Kept in Danish with the row, like all evidence.
function sayWho(kind: TieDecision['kind'], { name }: Actor, evidence: readonly string[]): string {
  const said = {
    belongs: `Bekræftet af ${name}`,
    replaced: `Bekræftet af ${name}: indkaldelsen er erstattet`,
    none: `Afvist af ${name}`,
  }[kind]
  return kind === 'none' || evidence.length === 0 ? said : `${said}. ${evidence.join('. ')}`.slice(0, 2000)
}

/** What the rules or a person did to a tie, taken back: the row is as it was before, and the log says so. Throws ServiceError. */
export async function undoTie(
  forum: TiePort,
  forumId: ForumId,
  entry: LogEntry,
  { actor, undoKey }: { readonly actor: Actor; readonly undoKey: LogKey },
): Promise<void> {
  const { linkKey, valueHash } = entry
  if (valueHash === null || linkKey === null) return
  const stored = (await forum.findLinks([valueHash])).find(
    (tie) => tie.forumId === forumId && tie.link.key === linkKey,
  )?.link
  const wanted = rowAfterUndo(entry, actor)
  if (wanted === null) {
    if (stored) await forum.untie(forumId, stored)
  } else if (!stored) {
    await forum.tie(forumId, wanted)
  } else {
    await forum.changeLink(forumId, stored, wanted)
  }
  await forum.addLogEntry(forumId, takingBack(entry, undoKey))
}

/** The row that shall stand: what stood before a person spoke, or, against the rules, that it is no meeting of ours. */
function rowAfterUndo(entry: LogEntry, actor: Actor): MeetingLink | null {
  if (entry.before?.kind === 'tie') return entry.before.link
  if (entry.valueHash === null || entry.linkKey === null) return null
  return {
    key: entry.linkKey,
    valueHash: entry.valueHash,
    meetingKey: entry.meetingKey,
    kind: 'ical',
    state: 'rejected',
    occurrenceDate: null,
    evidence: sayWho('none', actor, []),
  }
}
