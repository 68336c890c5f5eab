import { type AgendaItem, agendaItemLines } from '../domain/agenda/agenda.ts'
import {
  type ConflictChoices,
  type FieldConflict,
  findConflicts,
  settleConflicts,
  type ThreeRows,
} from '../domain/conflict/field-conflict.ts'
import type { ForumId } from '../shared/ids.ts'
import { ServiceError } from './failure.ts'
import type { ForumPort } from './ports.ts'

/** What came of saving an item: stored, or fields that somebody else has changed meanwhile, each in another way. */
export type SavedItem =
  | { readonly kind: 'saved'; readonly item: AgendaItem }
  | { readonly kind: 'conflict'; readonly fields: readonly FieldConflict[]; readonly rows: ThreeRows<AgendaItem> }

/**
 * Saves an item as changed from how it was seen. What others changed meanwhile stays; only where both changed the same
 * place nothing is stored, and both texts come back. Throws ServiceError for everything else, 'notFound' for an item that is gone.
 */
export async function saveAgendaItem(
  forum: Pick<ForumPort, 'changeAgendaItem' | 'readMeeting'>,
  forumId: ForumId,
  before: AgendaItem,
  mine: AgendaItem,
): Promise<SavedItem> {
  try {
    return { kind: 'saved', item: await forum.changeAgendaItem(forumId, before, mine) }
  } catch (error) {
    if (!(error instanceof ServiceError) || error.failure.kind !== 'changedMeanwhile') throw error
    const { items } = await forum.readMeeting(forumId, before.meetingKey)
    const theirs = items.find((item) => item.key === before.key)
    if (!theirs) throw new ServiceError({ kind: 'notFound' })
    const rows = { before, mine, theirs }
    const fields = findConflicts(rows, agendaItemLines)
    // Lost a race without a clash: once more, over what stands there now.
    if (fields.length === 0) return { kind: 'saved', item: await forum.changeAgendaItem(forumId, before, mine) }
    return { kind: 'conflict', fields, rows }
  }
}

/** The item that is to stand over theirs once it is chosen. */
export function settleAgendaItem(rows: ThreeRows<AgendaItem>, choices: ConflictChoices): AgendaItem {
  return settleConflicts(rows, agendaItemLines, choices)
}
