import { useQueryClient } from '@tanstack/react-query'
import { formatInstantDay, formatMeetingTime } from '../../ui/dates.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import type { TiedInvitation } from '../../workflows/judge-invitation.ts'
import { isStillStale } from '../../workflows/open-invitation.ts'
import { type Removal, removeStaleInvitation } from '../../workflows/remove-stale-invitation.ts'
import { type RemovalOffer, StaleNotice } from '../stale-invitation/stale-notice.tsx'
import { useServices } from './services.ts'
import { tellError } from './tell-failure.ts'

/** The bar over a replaced invitation, with its one button where the button is safe. */
export function StaleInvitation({ tied }: { tied: TiedInvitation }) {
  const texts = useTexts()
  const { account, calendar, clock, forum, host } = useServices()
  const client = useQueryClient()
  const { event, live, liveEvent } = tied
  const when = formatMeetingTime(live, texts.language)
  const remove = async (): Promise<Removal | string> => {
    if (!event) return 'alreadyGone'
    try {
      return await removeStaleInvitation(calendar, event, async (fresh) =>
        isStillStale({ calendar, forum }, fresh, (await account()).mail, clock.now()),
      )
    } catch (error) {
      return tellError(error, texts)
    } finally {
      await client.invalidateQueries({ queryKey: ['own-invitation'] })
    }
  }
  const offer = (): RemovalOffer | null => {
    // A tie that is only suggested is for a person to judge, so nothing is offered for removal on it.
    if (!event || tied.standing !== 'stale') return null
    if (event.isOrganizer) return { kind: 'refused', reason: texts.outlook.youAreOrganizer }
    const day = formatInstantDay(event.start, live.timeZone, texts.language)
    return { kind: 'offered', consequence: texts.outlook.removeConfirm(event.subject, day), remove }
  }
  return (
    <StaleNotice
      evidence={tied.evidence}
      offer={offer()}
      onOpenLive={liveEvent && host.can.openCalendarEvent ? () => host.openCalendarEvent(liveEvent.id) : null}
      sentence={tied.standing === 'stale' ? texts.outlook.stale(when) : texts.outlook.suggestion(when)}
    />
  )
}
