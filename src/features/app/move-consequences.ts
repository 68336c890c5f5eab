import type { Meeting } from '../../domain/meeting/meeting.ts'
import { formatDay, formatInstantDay, formatMeetingTime } from '../../ui/dates.ts'
import type { LinkingTexts } from '../../ui/texts/linking.ts'
import { movedDeadlines } from '../../workflows/move-meeting.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import type { MoveForm } from '../moving/move-form.tsx'
import type { MoveStart } from './use-move.ts'

type Move = {
  readonly form: MoveForm
  readonly live: Meeting
  /** How many members there are beside the one who moves. */
  readonly others: number
  readonly record: MeetingRecord
  readonly start: MoveStart
  /** The meeting on its new date. */
  readonly wanted: Meeting
}

/** What a move will do, in the order people ask. */
export function sayConsequences(move: Move, texts: LinkingTexts): readonly string[] {
  const { live, record } = move
  const said = texts.moving.consequence
  return [
    ...sayCalendars(move, texts),
    said.date(formatInstantDay(live.start, live.timeZone, texts.language)),
    said.follows(record.items.length, record.proposals.length, record.notes.length),
    ...sayDeadlines(move, texts),
    { sameInvitation: said.noUndoMoved, newInvitation: said.noUndoSent, onlyHere: said.undoable }[move.start.way],
  ]
}

function sayCalendars({ others, start, wanted }: Move, texts: LinkingTexts): readonly string[] {
  const said = texts.moving.consequence
  const when = formatMeetingTime(wanted, texts.language)
  const { event, way } = start
  if (way === 'onlyHere') return [said.onlyHere]
  if (way === 'sameInvitation') return [said.sameInvitation(when, event?.attendees.length ?? others)]
  const caller = event?.organizer?.name || event?.organizer?.mail
  return [said.newInvitation(when, others), caller ? said.oldBy(caller) : said.oldUnknown]
}

function sayDeadlines({ form, live, wanted }: Move, texts: LinkingTexts): readonly string[] {
  if (!form.movesDeadlines || (live.proposalDeadline === null && live.statusNoteDeadline === null)) return []
  const moved = movedDeadlines(live, wanted.start)
  const say = (day: Meeting['proposalDeadline']) => (day ? formatDay(day, texts.language) : '–')
  return [texts.moving.consequence.deadlines(say(moved.proposalDeadline), say(moved.statusNoteDeadline))]
}
