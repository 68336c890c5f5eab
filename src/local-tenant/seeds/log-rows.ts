import type { WorldRow } from '../world.ts'
import { utcAt } from './danish-clock.ts'
import type { DemoDates } from './demo-dates.ts'
import { makeRow } from './forum-rows.ts'
import { chefforum, meetingKeyOf } from './forums.ts'
import { guidOf, linkKey, valueHash } from './identifiers.ts'
import { type InvitationSketch, iCalUIdOf, newInvitation, staleInvitation } from './invitations.ts'

/** What the log tells of the moved meeting: when and why, and which invitations the secretariat has tied. */
export function logRows(dates: DemoDates): readonly WorldRow[] {
  const meetingKey = meetingKeyOf(chefforum, 'coming')
  const moved = makeRow('lone', utcAt(dates.announced, '09:50'), {
    LogKey: guidOf('log:moved'),
    MeetingKey: meetingKey,
    Kind: 'moved',
    Start: utcAt(dates.stale, '09:00'),
    Because: 'Falder sammen med Sundhedsdagene i Nordenå',
  })
  return [
    moved,
    tied('confirmed-stale', staleInvitation(dates), 'Erstattet af den nye indkaldelse fra sekretariatet', dates),
    tied('confirmed', newInvitation(dates), 'Sendt af sekretariatet med link til Mødetråd', dates),
  ]
}

function tied(kind: string, invitation: InvitationSketch, because: string, dates: DemoDates): WorldRow {
  const iCalUId = iCalUIdOf(invitation)
  return makeRow('lone', utcAt(dates.announced, '09:51'), {
    Title: invitation.subject,
    LogKey: guidOf(`log:${kind}`),
    MeetingKey: meetingKeyOf(chefforum, 'coming'),
    Kind: kind,
    ValueHash: valueHash('ical', iCalUId),
    LinkKey: linkKey('ical', iCalUId, null),
    Start: utcAt(invitation.date, invitation.from),
    Because: because,
    Before: JSON.stringify({ kind: 'tie', link: null }),
  })
}
