import type { ETag, Instant, ItemKey, MeetingKey, NoteKey } from '../../shared/ids.ts'
import type { LineRules } from '../conflict/field-conflict.ts'

/** *Statusnotat*: what one organisation reports under a *gensidig* item. One note per item and organisation. */
export type StatusNote = {
  readonly key: NoteKey
  readonly meetingKey: MeetingKey
  readonly itemKey: ItemKey
  readonly organisation: string
  readonly text: string
  readonly state: 'draft' | 'sent'
  readonly author: string
  readonly modifiedAt: Instant
  readonly eTag: ETag | null
}

/** How two colleagues' notes are merged. */
export const statusNoteLines: LineRules<StatusNote> = { text: 'lines' }
