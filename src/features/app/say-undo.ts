import type { LogEntry } from '../../domain/meeting/meeting-log.ts'
import { formatMeetingTime } from '../../ui/dates.ts'
import type { LinkingTexts } from '../../ui/texts/linking.ts'

/** What taking a move back means, by how it was made. */
export function sayUndo({ before }: LogEntry, texts: LinkingTexts): string {
  if (before?.kind !== 'move') return texts.log.undoTie
  return texts.moving.undoConfirm[before.way](formatMeetingTime(before.meeting, texts.language))
}
