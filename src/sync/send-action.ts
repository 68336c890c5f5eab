import type { FieldConflict } from '../domain/conflict/field-conflict.ts'
import type { AgendaProposal } from '../domain/proposal/agenda-proposal.ts'
import type { StatusNote } from '../domain/status-note/status-note.ts'
import { ServiceError } from '../workflows/failure.ts'
import type { CalendarPort, ForumPort, NewProposal, ReadMarkFiles } from '../workflows/ports.ts'
import type { OutboxAction } from './outbox-entry.ts'

/** The ports the outbox sends through. */
export type OutboxPorts = {
  readonly forum: Pick<
    ForumPort,
    'addProposal' | 'changeProposal' | 'addStatusNote' | 'changeStatusNote' | 'readMeeting'
  >
  readonly calendar: Pick<CalendarPort, 'respond'>
  readonly marks: Pick<ReadMarkFiles, 'storeMarks'>
}

/** What came of sending: told, or somebody else wrote the same field, and this is what stands there now. */
export type Sent =
  | { readonly kind: 'done' }
  | {
      readonly kind: 'conflict'
      readonly theirs: AgendaProposal | StatusNote
      readonly fields: readonly FieldConflict[]
    }

const DONE: Sent = { kind: 'done' }

/** Sends one action. `tried`: versions of it that may have been stored without our hearing of it. Throws ServiceError. */
export async function sendAction(
  ports: OutboxPorts,
  action: OutboxAction,
  tried: readonly OutboxAction[],
): Promise<Sent> {
  switch (action.kind) {
    case 'addProposal':
      await addOwnProposal(
        ports.forum,
        action,
        tried.flatMap((one) => (one.kind === 'addProposal' ? [one.proposal] : [])),
      )
      return DONE
    case 'addStatusNote':
      return addOwnNote(ports.forum, action, tried)
    case 'changeProposal':
      return changeOrConflict(ports.forum, action, () =>
        ports.forum.changeProposal(action.forumId, action.before, action.after),
      )
    case 'changeStatusNote':
      return changeOrConflict(ports.forum, action, () =>
        ports.forum.changeStatusNote(action.forumId, action.before, action.after),
      )
    case 'respond':
      await ports.calendar.respond(action.eventId, action.response, action.comment)
      return DONE
    case 'storeReadMarks':
      await ports.marks.storeMarks(action.meetingKey, action.marks)
      return DONE
  }
}

type AddProposal = Extract<OutboxAction, { kind: 'addProposal' }>

/**
 * Stores a proposal under its key. When an earlier version of it (one of `tried`, else what is stored) got there first, what
 * its proposer changed since is written too; state, condition and answer are the secretariat's and stay.
 */
export async function addOwnProposal(
  forum: Pick<ForumPort, 'addProposal' | 'changeProposal'>,
  { forumId, proposal }: Pick<AddProposal, 'forumId' | 'proposal'>,
  tried: readonly NewProposal[],
): Promise<AgendaProposal> {
  const stored = await forum.addProposal(forumId, proposal)
  const arrived = tried.find((version) => isSame(ofProposer(version), ofProposer(stored))) ?? tried[0] ?? stored
  const before = { ...stored, ...ofProposer(arrived), eTag: null }
  const after = { ...stored, ...ofProposer(proposal), eTag: null }
  return isSame(before, after) ? stored : forum.changeProposal(forumId, before, after)
}

function ofProposer(proposal: NewProposal): Partial<NewProposal> {
  const { meetingKey, title, recommendation, rationale, purpose, durationMinutes, organisation, sourceMessage } =
    proposal
  return { meetingKey, title, recommendation, rationale, purpose, durationMinutes, organisation, sourceMessage }
}

// A list gives line ends back as "\n", however they were sent.
function isSame(a: unknown, b: unknown): boolean {
  const shapeOf = (value: unknown): string => JSON.stringify(value).replaceAll('\\r\\n', '\\n')
  return shapeOf(a) === shapeOf(b)
}

// An organisation has one note per item: a colleague may have been first, and neither text may go.
async function addOwnNote(
  forum: OutboxPorts['forum'],
  action: Extract<OutboxAction, { kind: 'addStatusNote' }>,
  tried: readonly OutboxAction[],
): Promise<Sent> {
  const { forumId, note } = action
  const stored = await forum.addStatusNote(forumId, note)
  if (isSame(stored.text, note.text)) return DONE
  const isMine = tried.some((one) => one.kind === 'addStatusNote' && isSame(one.note.text, stored.text))
  if (!isMine) return toConflict(action, stored)
  const change = { kind: 'changeStatusNote', forumId, before: stored, after: { ...stored, ...note } } as const
  return changeOrConflict(forum, change, () => forum.changeStatusNote(forumId, change.before, change.after))
}

type ChangeAction = Extract<OutboxAction, { before: unknown }>

async function changeOrConflict(
  forum: OutboxPorts['forum'],
  action: ChangeAction,
  change: () => Promise<unknown>,
): Promise<Sent> {
  try {
    await change()
    return DONE
  } catch (error) {
    const isClash = error instanceof ServiceError && error.failure.kind === 'changedMeanwhile'
    const theirs = isClash ? await findTheirs(forum, action) : undefined
    if (!theirs) throw error
    return toConflict(action, theirs)
  }
}

async function toConflict(action: OutboxAction, theirs: AgendaProposal | StatusNote): Promise<Sent> {
  const { conflictsOf } = await loadSettling()
  return { kind: 'conflict', theirs, fields: conflictsOf(action, theirs) }
}

/** The settling of conflicts comes when there is one. Not getting it is having no connection. */
export async function loadSettling(): Promise<typeof import('./settle-conflict.ts')> {
  try {
    return await import('./settle-conflict.ts')
  } catch (cause) {
    throw new ServiceError({ kind: 'offline' }, { cause })
  }
}

async function findTheirs(
  forum: OutboxPorts['forum'],
  { forumId, before }: ChangeAction,
): Promise<AgendaProposal | StatusNote | undefined> {
  if (before.meetingKey === null) return undefined
  const { notes, proposals } = await forum.readMeeting(forumId, before.meetingKey)
  return [...notes, ...proposals].find((row) => row.key === before.key)
}
