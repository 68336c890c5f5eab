import { formatMeetingTime } from '../../ui/dates.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import type { TiedInvitation } from '../../workflows/judge-invitation.ts'
import { StaleNotice } from '../stale-invitation/stale-notice.tsx'
import { useServices } from './services.ts'
import { useRemoval } from './use-removal.ts'

/** The bar over a replaced invitation, with its one button where the button is safe. */
export function StaleInvitation({ sentence, tied }: { sentence?: string; tied: TiedInvitation }) {
  const texts = useTexts()
  const { host } = useServices()
  const offer = useRemoval(tied)
  const { live, liveEvent } = tied
  const when = formatMeetingTime(live, texts.language)
  return (
    <StaleNotice
      evidence={tied.evidence}
      offer={offer}
      onOpenLive={liveEvent && host.can.openCalendarEvent ? () => host.openCalendarEvent(liveEvent.id) : null}
      sentence={sentence ?? (tied.standing === 'stale' ? texts.outlook.stale(when) : texts.outlook.suggestion(when))}
    />
  )
}
