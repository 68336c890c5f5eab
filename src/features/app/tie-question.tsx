import type { CalendarEvent } from '../../domain/calendar/calendar-event.ts'
import { findMember, type Member } from '../../domain/forum/forum.ts'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import type { ForumId, MeetingKey } from '../../shared/ids.ts'
import { formatMeetingTime } from '../../ui/dates.ts'
import { type LinkingTexts, useLinkingTexts } from '../../ui/texts/linking.ts'
import type { TieDecision } from '../../workflows/decide-tie.ts'
import { type InvitationMark, markInvitation } from '../../workflows/invitation-log.ts'
import type { ForumPlan, MeetingRecord } from '../../workflows/ports.ts'
import { TieCard, type TieSide } from '../ties/tie-card.tsx'
import { useServices } from './services.ts'
import { useAccount } from './use-me.ts'
import { useTies } from './use-ties.ts'

/** What a question about an invitation is made of; `event` is null when only the log knows the invitation. */
export type TieQuestionAbout = {
  readonly event: CalendarEvent | null
  readonly mark: InvitationMark | null
  /** What a yes would say; null when only a choice will do. */
  readonly kind: 'belongs' | 'replaced' | null
  readonly evidence: readonly string[]
  readonly question: string
}

/** Asks an editor which meeting an invitation is, beside the meeting it may be. */
export function TieQuestion({
  about,
  live,
  me,
  record,
}: {
  about: TieQuestionAbout
  live: Meeting
  me: Member | undefined
  record: Pick<MeetingRecord, 'forum' | 'meetings'>
}) {
  const texts = useLinkingTexts()
  const { clock } = useServices()
  const { decide } = useTies(me)
  const forumId = record.forum.id
  const answer = async (decision: TieDecision): Promise<string | null> => {
    const mark = about.mark ?? (about.event && (await markInvitation(about.event)))
    if (!mark) return texts.ties.noIdentity
    return decide(mark, decision, decision.kind === about.kind ? about.evidence : [])
  }
  const others = record.meetings.filter(
    (meeting) => meeting.status === 'planned' && meeting.end > clock.now() && meeting.key !== live.key,
  )
  const choices = about.kind === null ? [live, ...others] : others
  const { kind } = about
  return (
    <TieCard
      choices={choices.map((meeting) => ({
        id: meeting.key,
        label: formatMeetingTime(meeting, texts.language, true),
        choice: meeting,
      }))}
      confirm={
        kind === null
          ? null
          : {
              label: kind === 'replaced' ? texts.ties.yesReplaced : texts.ties.yes,
              onConfirm: () => answer({ kind, forumId, meetingKey: live.key }),
            }
      }
      evidence={about.evidence}
      invitation={about.event ? sideOfEvent(about.event, live.timeZone, texts) : emptySide}
      meeting={about.event ? sideOfMeeting(record.forum.name, live, texts) : null}
      onChoose={(meeting) => answer({ kind: 'belongs', forumId, meetingKey: meeting.key })}
      onReject={() => answer({ kind: 'none', forumId, meetingKey: live.key })}
      question={about.question}
    />
  )
}

/** Lets an editor tie an invitation nobody could place, to a coming meeting of any of the forums they edit. */
export function TieByHand({ event, plans }: { event: CalendarEvent; plans: readonly ForumPlan[] }) {
  const texts = useLinkingTexts()
  const { clock } = useServices()
  const account = useAccount()
  const [plan] = plans
  const { decide } = useTies(plan && account ? findMember(plan.forum, account.mail) : undefined)
  const coming = plans
    .flatMap(({ forum, meetings }) => meetings.map((meeting) => ({ forum, meeting })))
    .filter(({ meeting }) => meeting.status === 'planned' && meeting.end > clock.now())
    // The nearest in time is the likeliest, so it is the one offered first.
    .sort((a, b) => hoursApart(a.meeting, event) - hoursApart(b.meeting, event))
  const tie = async (forumId: ForumId, meetingKey: MeetingKey): Promise<string | null> => {
    const mark = await markInvitation(event)
    return mark ? decide(mark, { kind: 'belongs', forumId, meetingKey }, []) : texts.ties.noIdentity
  }
  return (
    <TieCard
      choices={coming.map(({ forum, meeting }) => ({
        id: `${forum.id} ${meeting.key}`,
        label: `${forum.name}, ${formatMeetingTime(meeting, texts.language, true)}`,
        choice: { forumId: forum.id, meetingKey: meeting.key },
      }))}
      confirm={null}
      evidence={[]}
      invitation={emptySide}
      meeting={null}
      onChoose={({ forumId, meetingKey }) => tie(forumId, meetingKey)}
      onReject={null}
      question={texts.calendarFile.tieIt}
    />
  )
}

function hoursApart(meeting: Meeting, event: CalendarEvent): number {
  return Math.abs(Date.parse(meeting.start) - Date.parse(event.start)) / 3_600_000
}

const emptySide: TieSide = { name: '', time: '', caller: '', place: '' }

function sideOfEvent(event: CalendarEvent, timeZone: string, texts: LinkingTexts): TieSide {
  return {
    name: event.subject,
    time: formatMeetingTime({ start: event.start, end: event.end, timeZone }, texts.language),
    caller: event.organizer ? event.organizer.name || event.organizer.mail : '',
    place: event.location ?? '',
  }
}

function sideOfMeeting(forumName: string, meeting: Meeting, texts: LinkingTexts): TieSide {
  return {
    name: forumName,
    time: formatMeetingTime(meeting, texts.language),
    caller: '',
    place: meeting.location ?? '',
  }
}
