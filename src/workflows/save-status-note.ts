import {
  type ConflictChoices,
  type FieldConflict,
  findConflicts,
  settleConflicts,
  type ThreeRows,
} from '../domain/conflict/field-conflict.ts'
import { type StatusNote, statusNoteLines } from '../domain/status-note/status-note.ts'
import type { ForumId, ItemKey, MeetingKey, NoteKey } from '../shared/ids.ts'
import { ServiceError } from './failure.ts'
import type { ForumPort } from './ports.ts'

/** Longest status note, in characters: far below SharePoint's 63,000, far above what anybody reads. */
export const statusNoteLimit = 10_000

/** What came of saving a note: stored, or somebody in the same organisation wrote something else meanwhile. */
export type SavedNote =
  | { readonly kind: 'saved'; readonly note: StatusNote }
  | { readonly kind: 'conflict'; readonly fields: readonly FieldConflict[]; readonly rows: ThreeRows<StatusNote> }

/** The key is made of what the note is for, so that an organisation cannot have two under one item. */
function statusNoteKey(itemKey: ItemKey, organisation: string): NoteKey {
  return `${itemKey}:${organisation.trim().toLowerCase()}`.slice(0, 250) as NoteKey
}

/** Writes or rewrites an organisation's note (*statusnotat*) under a mutual-briefing item. `before` is the note as seen. */
export async function saveStatusNote(
  forum: Pick<ForumPort, 'addStatusNote' | 'changeStatusNote' | 'readMeeting'>,
  forumId: ForumId,
  place: { readonly meetingKey: MeetingKey; readonly itemKey: ItemKey; readonly organisation: string },
  before: StatusNote | null,
  text: string,
): Promise<SavedNote> {
  const key = statusNoteKey(place.itemKey, place.organisation)
  if (before === null) {
    const note = await forum.addStatusNote(forumId, { ...place, key, text, state: 'sent' })
    const begun = { ...note, text: '' }
    return note.text === text
      ? { kind: 'saved', note }
      : clashOf({ before: begun, mine: { ...note, text }, theirs: note })
  }
  try {
    return { kind: 'saved', note: await forum.changeStatusNote(forumId, before, { ...before, text, state: 'sent' }) }
  } catch (error) {
    if (!(error instanceof ServiceError) || error.failure.kind !== 'changedMeanwhile') throw error
    const record = await forum.readMeeting(forumId, place.meetingKey)
    const theirs = record.notes.find((note) => note.key === before.key)
    if (!theirs) throw error
    return clashOf({ before, mine: { ...before, text }, theirs })
  }
}

function clashOf(rows: ThreeRows<StatusNote>): SavedNote {
  return { kind: 'conflict', fields: findConflicts(rows, statusNoteLines), rows }
}

/** The text that is to stand over theirs once it is chosen. */
export function settleStatusNote(rows: ThreeRows<StatusNote>, choices: ConflictChoices): string {
  return settleConflicts(rows, statusNoteLines, choices).text
}
